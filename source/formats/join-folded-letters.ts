const FEED = 10;
const RETURN = 13;

/**
Join letters of a calendar that its folding has cut in two: lines are cut by bytes, and a letter of
UTF-8 may have several.

@param bytes - a whole iCalendar file.
@returns the bytes without the folds inside letters; the same bytes when there are none.
Source: RFC 5545 §3.1: lines are unfolded before they are decoded.
*/
export function joinFoldedLetters(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(FEED); at !== -1; at = bytes.indexOf(FEED, at + 1)) {
    const [blank = 0, next = 0] = bytes.subarray(at + 1, at + 3);
    const end = bytes[at - 1] === RETURN ? at - 1 : at;
    const isFold = blank === 0x20 || blank === 0x09;
    // Only a letter that has begun goes on with such a byte.
    if (!isFold || next < 0x80 || next >= 0xc0 || (bytes[end - 1] ?? 0) < 0x80) continue;
    parts.push(bytes.subarray(from, end));
    from = at + 2;
  }
  return parts.length === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(from)]);
}
