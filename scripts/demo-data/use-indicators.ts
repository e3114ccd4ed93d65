/** Yearly indicators of use and of donors: what the daily data can say is worked out, the rest is invented. */
import { dayNumber } from '#src/domain/calendar.ts';
import type { DailyLog } from './daily-log.ts';
import type { Donors } from './donors.ts';
import { cityRegion } from './places.ts';
import { randomStream } from './random.ts';
import type { Row, Table } from './table.ts';

/** 2017 to 2025, the whole years of the data. */
export function useIndicatorsTable(log: DailyLog, donors: Donors): Table {
  const random = randomStream('use indicators');
  const rows: Row[] = [];
  for (let year = 2017; year <= 2025; year += 1) {
    const add = (indicator: string, value: number | string, unit: string): void => {
      rows.push({ year, region: cityRegion, indicator, value, unit, source: 'sample-centre' });
    };
    add('autologous_share', tenth(9.2 + 1.35 * (year - 2017) + 0.6 * random.spread()), 'percent');
    add('requests_met_share', requestsMetShare(log, year), 'percent');
    add('red_cells_per_1000_discharges', tenth(212 - 6.5 * (year - 2017) + 3 * random.spread()), 'per_1000');
    add('donations_400ml_share', tenth(donors.share400ml(year)), 'percent');
    add('repeat_donor_share', year < 2018 ? 'NC' : tenth(repeatShare(donors, year)), 'percent');
    // Asked in a survey every second year.
    add('awareness_share', year % 2 === 0 ? tenth(71 + 1.9 * (year - 2017) + random.spread()) : 'NC', 'percent');
  }
  return { name: 'use-indicators', rows };
}

/** Red cells issued as a share of those asked for, all stations; not known for years without requests. */
function requestsMetShare(log: DailyLog, year: number): number | string {
  let issued = 0;
  let requested = 0;
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day += 1) {
    for (const [{ component }, entry] of log.entries.get(day) ?? []) {
      if (component !== 'red_cells' || entry.requested === null) continue;
      issued += entry.issued;
      requested += entry.requested;
    }
  }
  return requested === 0 ? 'NC' : Math.round((10_000 * issued) / requested) / 100;
}

function repeatShare({ counts }: Donors, year: number): number {
  const ofYear = [...counts.values()].filter(({ month }) => month.startsWith(String(year)));
  const all = ofYear.reduce((sum, line) => sum + line.donations, 0);
  return (100 * ofYear.filter(({ donor }) => donor === 'repeat').reduce((sum, line) => sum + line.donations, 0)) / all;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
