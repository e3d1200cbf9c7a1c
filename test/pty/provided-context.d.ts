import type {BuiltPrograms} from './build-programs.js';

declare module 'vitest' {
  // Only an interface can be added to.
  interface ProvidedContext {
    readonly programs: BuiltPrograms;
  }
}
