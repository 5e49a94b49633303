// Hands a document on standard input to a program of npm, and prints what it read as JSON:
//   node readers.mjs FOLDER markwhen|icalendar
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, name] = process.argv.slice(2);
const text = readFileSync(0, "utf8");
const load = (path) => import(pathToFileURL(join(folder, "node_modules", path)));

async function markwhen() {
  const { parse } = await load("@markwhen/parser/lib/index.js");
  const found = parse(text);
  const events = [];
  const walk = (node) => {
    if (node.children) {
      node.children.forEach(walk);
    } else {
      const { fromDateTimeIso: start, toDateTimeIso: end } = node.dateRangeIso;
      const links = node.firstLine.restTrimmed.match(/\]\(/g) ?? [];
      const { properties, tags } = node;
      events.push({ title: node.firstLine.restTrimmed, start, end, properties, tags, links: links.length });
    }
  };
  walk(found.events);
  return { messages: found.parseMessages, title: found.header.title, events };
}

async function icalendar() {
  const { default: ICAL } = await load("ical.js/dist/ical.js");
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents().map((component) => {
    const event = new ICAL.Event(component);
    const [start, end] = component.name === "vevent" ? [event.startDate, event.endDate] : [null, null];
    return { kind: component.name, uid: event.uid, title: event.summary, start: start && `${start}`, end: end && `${end}` };
  });
}

console.log(JSON.stringify(await { markwhen, icalendar }[name]()));
