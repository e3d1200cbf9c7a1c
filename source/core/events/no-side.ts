import type {Lane} from './event-store.js';

/** The lane of events whose actors stand on no side; a filter finds them by `side:no-side`. */
export const NO_SIDE: Lane = {id: 'no-side', name: 'Other'};
