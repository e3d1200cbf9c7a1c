import type {Metafile} from 'esbuild';

export function bundleProgram(options: {
  readonly entry: string;
  readonly outfile: string;
}): Promise<{readonly bytes: number; readonly metafile: Metafile}>;
