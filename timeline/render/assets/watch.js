"use strict";
(async () => {
  const version = document.body.dataset.version;
  for (;;) {
    try {
      const answer = await fetch("/after/" + version);
      if (answer.status === 200) return location.reload();
      if (answer.status !== 204) return;
    } catch {
      return;  // nobody watches any more; the page stays as it is
    }
  }
})();
