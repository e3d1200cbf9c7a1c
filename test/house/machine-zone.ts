import {parseSync, Visitor} from 'oxc-parser';

/** What a date tells by the clock on the wall of the machine, and what sets it so. */
const LOCAL =
  /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|Year)|getTimezoneOffset|to(?:Date|Time)String|toLocale(?:Date|Time)String)$/u;

/**
Find what would read the zone of the machine: the local getters and setters of a date, a date made from
its parts, and functions of date-fns, which count by that zone unless they are given a date of
`@date-fns/tz`.

@param files - path from the root of the repository to text.
@returns one line for each fault, `path:line: what`; none when nothing depends on the machine.
*/
export function findMachineZone(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const {program, module, errors} = parseSync(path, text);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
    const faults: string[] = [];
    const say = (at: number, what: string): void => {
      faults.push(`${path}:${text.slice(0, at).split('\n').length}: ${what}`);
    };
    const requests = module.staticImports.map(({moduleRequest}) => moduleRequest);
    const isZoned = requests.some(({value}) => value === '@date-fns/tz');
    for (const {value, start} of requests) {
      const isFunction = /^date-fns(?:\/|$)/u.test(value) && !value.startsWith('date-fns/locale/');
      if (isFunction && !isZoned) say(start, `${value} without a date of @date-fns/tz`);
    }
    new Visitor({
      MemberExpression: ({property, start}) => {
        const name =
          property.type === 'Literal' ? property.value : 'name' in property && property.name;
        if (typeof name === 'string' && LOCAL.test(name)) say(start, name);
      },
      NewExpression: ({callee, arguments: given, start}) => {
        const isDate = callee.type === 'Identifier' && callee.name === 'Date';
        if (isDate && given.length !== 1) say(start, 'a date from its parts, or of now');
      },
    }).visit(program);
    return faults;
  });
}
