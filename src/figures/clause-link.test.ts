import { expect, test } from 'vitest';
import { currentLibrary } from '#src/policies/current-library.ts';
import { allClauses } from '#src/policies/policy.ts';
import { fakePortal } from '../../tests/support/fake-portal.ts';
import { clauseLink } from './clause-link.ts';

test('a clause without a number is named by its document alone, without a mark after it', () => {
  const portal = fakePortal({ tables: { regions: [{ region: 'china', parent: '', level: 'country', name_zh: '全国', name_en: 'China' }, { region: 'city', parent: 'china', level: 'city', name_zh: '某市', name_en: 'A city' }] }, settings: { region: 'city' } });
  for (const locale of ['zh', 'en'] as const) {
    const policy = currentLibrary().policies.get(locale)?.find(({ slug }) => slug === 'award-rules-2009');
    const clause = allClauses(policy?.clauses ?? []).find(({ id }) => id === 'c-donors');
    expect(clause?.number).toBe('');
    expect(clauseLink(portal, 'award-rules-2009#c-donors', locale)?.words).toBe(policy?.title);
  }
});
