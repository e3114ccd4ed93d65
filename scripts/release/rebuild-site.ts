/** Builds the site of a release again from the tables that it kept. */
import type { BuildWarning } from '#src/datasets/build-notes.ts';
import { loadPortal } from '#src/datasets/load-portal.ts';
import type { ReleaseDraft } from '#src/releases/record.ts';
import { checkedPortal } from '../checked-portal.ts';
import type { Options } from '../options.ts';
import { buildSite, siteAddress } from '../site-build.ts';
import type { BuiltSite } from '../site-build.ts';
import { siteFacts } from '../site-facts.ts';
import type { SiteFacts } from '../site-facts.ts';
import { warningNotes } from '../warning-notes.ts';

export interface FormerRelease {
  readonly options: Options;
  /** A folder that holds the data folder of that time. */
  readonly data: string;
  /** A data folder with the log that the site continues. */
  readonly logData: string;
  /** What its pages say of their release; `site` and `as_of` are those of the release whose tables these are. */
  readonly draft: ReleaseDraft;
}

/**
 * The site. With the same version of the program and the same texts it is, but for what was taken along from earlier sites, the same bytes. Tables that the
 * checks of today refuse were published all the same: they are built without checks. Throws where this version of the program cannot read them at all.
 */
export function rebuildSite(former: FormerRelease): Promise<BuiltSite> {
  const { options, data, logData, draft } = former;
  const { facts, warnings } = examine(former);
  return buildSite({ ...options, data, asOf: draft.as_of }, siteAddress({ site: draft.site, base: undefined }, draft.site), facts, { release: draft, differing: [], warnings }, logData);
}

function examine({ options, data, draft }: FormerRelease): { readonly facts: SiteFacts; readonly warnings: readonly BuildWarning[] } {
  const checked = checkedPortal({ ...options, data, asOf: draft.as_of });
  const { portal, findings } = checked.portal === null ? loadPortal({ dataDir: data, asOf: draft.as_of, checks: [] }) : checked;
  if (portal === null) throw new Error(`the tables of the release are not accepted by this version of the program: ${findings.errors[0]?.message[options.lang] ?? ''}`);
  return { facts: siteFacts(portal), warnings: warningNotes(checked.findings.warnings, portal.tables) };
}
