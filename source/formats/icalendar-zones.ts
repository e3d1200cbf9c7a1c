import {MS_PER_HOUR, MS_PER_MINUTE} from '../core/time/civil-calendar.js';
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
(`/example.org/2024/Europe/Paris`), or is what Windows calls one; else the rules of the file; else
the distance from UTC that it names; else a floating time.

@param onUnknown - called once for a name that is no zone, with the distance from UTC it is read at.
*/
export function startZones(
  definitions: readonly ZoneDefinition[],
  onUnknown: (tzid: string, offset: string | undefined) => void,
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
            ? fixedZone(tzid)
            : {kind: 'file', offsetAt: definition.offsetAt};
    if (zone.kind === 'floating') onUnknown(tzid, undefined);
    // A name with a place in it knows more than its offset says.
    else if (name === undefined && definition === undefined && tzid.startsWith('('))
      onUnknown(tzid, offsetIn(tzid)?.[0]);
    if (known.size < 1000) known.set(tzid, zone);
    return zone;
  };
}

/** @returns the IANA name in a text that names a zone, or undefined. */
export function zoneName(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 200) return undefined;
  const plain = text.trim().replace(/^"|"$/g, '');
  const windows = windowsZone(plain);
  if (windows !== undefined) return windows;
  const parts = plain.split('/');
  // The shortest ending last: `America/Argentina/Ushuaia` before `Argentina/Ushuaia`.
  for (let from = 0; from < parts.length; from += 1) {
    const name = parts.slice(from).join('/');
    if ((name.includes('/') || from === 0) && isZoneName(name)) return name;
  }
  return undefined;
}

/** The zone of `Eastern Standard Time`, `(UTC-05:00) Eastern Time (US & Canada)`, `(UTC+03:00) Kuwait, Riyadh`. */
function windowsZone(text: string): string | undefined {
  const words = text.replace(/^\(.*?\)\s*/, '');
  const named =
    WINDOWS_ZONES.get(words) ?? WINDOWS_ZONES.get(words.replace(/ Time \(.*/, ' Standard Time'));
  if (named !== undefined || words === text) return named;
  const cities = words.split(',').map((city) => `/${city.trim().replaceAll(' ', '_')}`);
  const zones = Intl.supportedValuesOf('timeZone');
  return cities
    .map((city) => zones.find((zone) => city !== '/' && zone.endsWith(city)))
    .find((zone) => zone !== undefined);
}

/** The zone of `GMT+0200` and `UTC-05:30`: always as far from UTC. */
function fixedZone(tzid: string): ICalZone {
  const offset = offsetIn(tzid);
  return offset === undefined ? {kind: 'floating'} : {kind: 'file', offsetAt: () => offset[1]};
}

/** @returns a distance from UTC as it is written and in milliseconds. */
function offsetIn(tzid: string): [text: string, milliseconds: number] | undefined {
  const [text, sign, hours, minutes = '0'] =
    /^\(?(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d{2}))?(?:\)|$)/i.exec(tzid.trim()) ?? [];
  if (text === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  const size = Number(hours) * MS_PER_HOUR + Number(minutes) * MS_PER_MINUTE;
  return [text.replace(/[()]/g, ''), sign === '-' ? -size : size];
}
