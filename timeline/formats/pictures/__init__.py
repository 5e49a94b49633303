"""Pages and pictures as formats of files: they call `render`."""
