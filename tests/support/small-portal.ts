/** Writes the data folder of a small real portal, no demonstration: eight groups in percent with the publisher's own levels, and rules of eligibility of which one is about to change. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const days = 45;
const groups = ['A', 'B', 'O', 'AB'].flatMap((abo) => ['positive', 'negative'].map((rhd) => ({ abo, rhd })));

/** The last day is 2026-10-15; on the fifth there is no row, on the seventh O positive is not published. */
export function writeSmallPortal(folder: string, title = '河滨市血液库存'): void {
  mkdirSync(folder, { recursive: true });
  const settings = {
    title: { zh: title, en: 'Blood stock in Riverside' },
    publisher: { zh: '河滨市血站', en: 'Riverside Blood Service' },
    region: 'riverside',
    site: 'https://riverside.example/',
    languages: ['zh', 'en'],
    headline_component: 'unspecified',
    tables: { stock: { every: 'P1D', due: '18:00', grace: 'PT26H', moment: '16:00' } },
  };
  writeFileSync(join(folder, 'portal.json'), JSON.stringify(settings, null, 2));
  const lines = ['日期,站点,血液成分,ABO 血型,RhD,计量单位,数量,发布方的级别'];
  for (let day = 0; day < days; day += 1) {
    const date = new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10);
    if (day === 4) continue;
    for (const [index, { abo, rhd }] of groups.entries()) {
      const percent = 20 + ((day * 7 + index * 31) % 81);
      const level = percent >= 75 ? 'normal' : percent >= 50 ? 'low' : percent >= 30 ? 'short' : 'critical';
      const missing = day === 6 && abo === 'O' && rhd === 'positive';
      lines.push([date, 'all', 'unspecified', abo, rhd, 'percent', missing ? 'NP' : percent, missing ? '' : level].join(','));
    }
  }
  writeFileSync(join(folder, 'stock.csv'), `${lines.join('\r\n')}\r\n`);
  writeFileSync(join(folder, 'eligibility.csv'), `rule,subject,valid_from,donation,after,value,unit,valid_until,status,clause,source
age-min,age_min,2000-01-01,,,18,years,,in_force,,town-rules
age-max,age_max,2000-01-01,,,55,years,2026-12-31,in_force,,town-rules
age-max-2027,age_max,2027-01-01,,,65,years,,in_force,,town-rules
interval,interval_days,2000-01-01,whole_blood,whole_blood,6,months,,in_force,,town-rules
interval-2027,interval_days,2027-01-01,whole_blood,whole_blood,90,days,,in_force,,town-rules
`);
  writeFileSync(join(folder, 'sources.csv'), 'source,title,publisher,date,url,confidence\ntown-rules,河滨献血规则,河滨市血站,2026-09,,high\n');
}
