/** A chronology in YAML, read and checked when the program is built. */
declare module '*.yaml' {
  const chronology: import('./core/events/chronology.js').Chronology;
  export default chronology;
}
