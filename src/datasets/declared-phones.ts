/** Telephones that a publisher means for the public: those of portal.json and of the stations. */
import { phoneDigits } from '#src/domain/personal-numbers.ts';
import type { PortalSettings } from './settings.ts';

/** Their digits as `personalNumberIn` compares them; a cell may hold several numbers. */
export function declaredPhones(settings: Pick<PortalSettings, 'contact'>, stations: readonly { readonly phone: string | null }[]): ReadonlySet<string> {
  const contacts = Object.values(settings.contact ?? {}).map((contact) => contact?.phone);
  return new Set([...contacts, ...stations.map(({ phone }) => phone)].flatMap((phone) => (phone == null ? [] : phone.split(/[;；、,，/]|\s{2,}/).map(phoneDigits))));
}
