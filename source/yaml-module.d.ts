/** A YAML file is read while the program is built: what it says, as JSON would. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
