/** Telephones that a publisher means for the public: those of portal.json and of the stations. */
import { phoneDigits } from '#src/domain/personal-numbers.ts';
import type { PortalSettings } from './settings.ts';

/** Their digits as `personalNumberIn` compares them; a cell may hold several numbers, and a number its extension. */
export function declaredPhones(settings: Pick<PortalSettings, 'contact'>, stations: readonly { readonly phone: string | null }[]): ReadonlySet<string> {
  const contacts = Object.values(settings.contact ?? {}).map((contact) => contact?.phone);
  return new Set([...contacts, ...stations.map(({ phone }) => phone)].flatMap((phone) => (phone == null ? [] : numbersOf(phone).map(phoneDigits))));
}

/** Every way to read the cell: parted by signs, by blanks too, and each without its extension. */
function numbersOf(cell: string): readonly string[] {
  const parts = cell.split(/[;；、,，/／]|转|分机|\bext\.?/i);
  return [...parts, ...parts.flatMap((part) => part.trim().split(/\s+/))].flatMap((part) => [part, part.replace(/[-－]\d{1,5}\s*$/, '')]);
}
