/**
The clock hours that a part of the day means.

A report says "pre-dawn" and gives no hour; what is drawn is the span within which it must have been,
wide rather than narrow, and words that overlap in use overlap here. Hours are local and the same all
year: sunrise is not computed, because the report did not look it up either.
*/
import type {PartOfDay} from '../events/chronology.js';

/** Hours after the beginning of the day, `[from, to)`; over 24 is the next day. */
export type DayPart = {
  readonly from: number;
  readonly to: number;
  /** After a date and a comma: "Wed 24 Jan 2024, pre-dawn". */
  readonly name: string;
};

const DAY_PARTS: Readonly<Record<PartOfDay, DayPart>> = {
  // From midnight to first light: nobody says pre-dawn of the evening before.
  'pre-dawn': {from: 0, to: 6, name: 'pre-dawn'},
  // First light to full day, at middle latitudes in any season.
  dawn: {from: 5, to: 7, name: 'at dawn'},
  // Daybreak to noon.
  morning: {from: 5, to: 12, name: 'morning'},
  // The clock's noon, give or take half an hour.
  noon: {from: 11.5, to: 12.5, name: 'about noon'},
  afternoon: {from: 12, to: 18, name: 'afternoon'},
  evening: {from: 17, to: 22, name: 'evening'},
  // "Wednesday night" begins on Wednesday and ends before Thursday's dawn.
  night: {from: 20, to: 30, name: 'night'},
  // News usage counts midnight to the day that ends (AP Stylebook, "midnight").
  midnight: {from: 23.5, to: 24.5, name: 'about midnight'},
};

/** @returns the hours and the words of a part of the day. */
export function dayPart(part: PartOfDay): DayPart {
  return DAY_PARTS[part];
}
