export function takeScreen(options: {
  readonly program: string;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly keys?: readonly string[];
  readonly until: string;
}): Promise<string>;
