/** Stands in for `import.meta.url`, which a CommonJS bundle doesn't have. */
export const moduleUrl = /* @__PURE__ */ `file://${encodeURI(__filename)}`;
