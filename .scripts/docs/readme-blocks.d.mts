import type {QueryFieldRow} from '../../source/core/query/query-fields.js';
import type {FormatEntry} from '../../source/formats/format-registry.js';

export function replaceBlocks(document: string, blocks: Readonly<Record<string, string>>): string;
export function fenced(text: string, language?: string): string;
export function queryMarkdown(fields: readonly QueryFieldRow[]): string;
export function formatsMarkdown(registry: readonly FormatEntry[]): Promise<string>;
