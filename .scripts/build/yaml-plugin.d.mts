import type {Plugin as EsbuildPlugin} from 'esbuild';
import type {Plugin as VitePlugin} from 'vite';

export function yamlPlugin(): EsbuildPlugin;
export function yamlVitePlugin(): VitePlugin;
