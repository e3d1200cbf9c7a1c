import {isZoneName} from '../core/time/zone.js';
import type {ICalZone, OffsetAt} from './icalendar-times.js';

/**
Zone names of Windows, as Outlook writes them, and the IANA zone of each.
Source: Unicode CLDR 44, `supplemental/windowsZones.xml`, territory 001.
*/
const WINDOWS_ZONES = new Map(
  Object.entries({
    UTC: 'Etc/UTC',
    'GMT Standard Time': 'Europe/London',
    'Greenwich Standard Time': 'Atlantic/Reykjavik',
    'W. Europe Standard Time': 'Europe/Berlin',
    'Central Europe Standard Time': 'Europe/Budapest',
    'Central European Standard Time': 'Europe/Warsaw',
    'Romance Standard Time': 'Europe/Paris',
    'E. Europe Standard Time': 'Europe/Chisinau',
    'FLE Standard Time': 'Europe/Kiev',
    'GTB Standard Time': 'Europe/Bucharest',
    'Russian Standard Time': 'Europe/Moscow',
    'Belarus Standard Time': 'Europe/Minsk',
    'Turkey Standard Time': 'Europe/Istanbul',
    'Israel Standard Time': 'Asia/Jerusalem',
    'Egypt Standard Time': 'Africa/Cairo',
    'Syria Standard Time': 'Asia/Damascus',
    'Jordan Standard Time': 'Asia/Amman',
    'Middle East Standard Time': 'Asia/Beirut',
    'Arabic Standard Time': 'Asia/Baghdad',
    'Arab Standard Time': 'Asia/Riyadh',
    'Arabian Standard Time': 'Asia/Dubai',
    'Iran Standard Time': 'Asia/Tehran',
    'Afghanistan Standard Time': 'Asia/Kabul',
    'Pakistan Standard Time': 'Asia/Karachi',
    'India Standard Time': 'Asia/Kolkata',
    'Bangladesh Standard Time': 'Asia/Dhaka',
    'SE Asia Standard Time': 'Asia/Bangkok',
    'China Standard Time': 'Asia/Shanghai',
    'Singapore Standard Time': 'Asia/Singapore',
    'Taipei Standard Time': 'Asia/Taipei',
    'Tokyo Standard Time': 'Asia/Tokyo',
    'Korea Standard Time': 'Asia/Seoul',
    'AUS Eastern Standard Time': 'Australia/Sydney',
    'E. Australia Standard Time': 'Australia/Brisbane',
    'W. Australia Standard Time': 'Australia/Perth',
    'New Zealand Standard Time': 'Pacific/Auckland',
    'South Africa Standard Time': 'Africa/Johannesburg',
    'W. Central Africa Standard Time': 'Africa/Lagos',
    'E. Africa Standard Time': 'Africa/Nairobi',
    'Morocco Standard Time': 'Africa/Casablanca',
    'Argentina Standard Time': 'America/Buenos_Aires',
    'E. South America Standard Time': 'America/Sao_Paulo',
    'SA Pacific Standard Time': 'America/Bogota',
    'Pacific SA Standard Time': 'America/Santiago',
    'Atlantic Standard Time': 'America/Halifax',
    'Eastern Standard Time': 'America/New_York',
    'Central Standard Time': 'America/Chicago',
    'Mountain Standard Time': 'America/Denver',
    'US Mountain Standard Time': 'America/Phoenix',
    'Pacific Standard Time': 'America/Los_Angeles',
    'Alaskan Standard Time': 'America/Anchorage',
    'Hawaiian Standard Time': 'Pacific/Honolulu',
    'Central Standard Time (Mexico)': 'America/Mexico_City',
  }),
);

/** What a VTIMEZONE says: its id, a name it gives of itself, and its rules. */
export type ZoneDefinition = {
  readonly tzid: string;
  readonly location: string | undefined;
  readonly offsetAt: OffsetAt;
};

/**
Begin to answer what zone a TZID means: an IANA name when it is one, ends in one
(`/example.org/2024/Europe/Paris`), or is the Windows name of one; else the rules of the file; else
a floating time, and `onUnknown` is called once.
*/
export function startZones(
  definitions: readonly ZoneDefinition[],
  onUnknown: (tzid: string) => void,
): (tzid: string) => ICalZone {
  const known = new Map<string, ICalZone>();
  return (tzid) => {
    const before = known.get(tzid);
    if (before !== undefined) return before;
    const definition = definitions.find((one) => one.tzid === tzid);
    const name = [tzid, definition?.location]
      .map((text) => zoneName(text))
      .find((text) => text !== undefined);
    const zone: ICalZone =
      name === 'Etc/UTC' || name === 'UTC'
        ? {kind: 'utc'}
        : name !== undefined
          ? {kind: 'named', name}
          : definition === undefined
            ? {kind: 'floating'}
            : {kind: 'file', offsetAt: definition.offsetAt};
    if (zone.kind === 'floating') onUnknown(tzid);
    if (known.size < 1000) known.set(tzid, zone);
    return zone;
  };
}

/** @returns the IANA name in a text that names a zone, or undefined. */
export function zoneName(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 200) return undefined;
  const plain = text.trim().replace(/^"|"$/g, '');
  const windows = WINDOWS_ZONES.get(plain.replace(/^\(.*?\)\s*/, ''));
  if (windows !== undefined) return windows;
  const parts = plain.split('/');
  // The shortest ending last: `America/Argentina/Ushuaia` before `Argentina/Ushuaia`.
  for (let from = 0; from < parts.length; from += 1) {
    const name = parts.slice(from).join('/');
    if ((name.includes('/') || name === 'UTC') && isZoneName(name)) return name;
  }
  return undefined;
}
