/** Sixty days of drives before the last date and sixty after it, with one that moved and one that was cancelled. */
import { addDays, dateOfDay, weekday } from '#src/domain/calendar.ts';
import { districtNameZh, lastDate, lastDay } from './city.ts';
import { randomStream } from './random.ts';
import type { Random } from './random.ts';
import { vehicles } from './stations.ts';
import type { Row, Table } from './table.ts';

type Organiser = 'government' | 'university' | 'enterprise' | 'community' | 'hospital' | 'military' | 'other';
const hosts: readonly { readonly kind: Organiser; readonly zh: string; readonly en: string; readonly mean: number; readonly weekend: boolean }[] = [
  { kind: 'government', zh: '政务中心', en: 'Government Centre', mean: 29, weekend: false },
  { kind: 'university', zh: '示例大学体育馆', en: 'Sample University Gymnasium', mean: 59, weekend: true },
  { kind: 'university', zh: '示例学院广场', en: 'Sample College Square', mean: 46, weekend: true },
  { kind: 'enterprise', zh: '示例制造公司', en: 'Sample Manufacturing', mean: 22, weekend: false },
  { kind: 'enterprise', zh: '示例科技园', en: 'Sample Technology Park', mean: 26, weekend: false },
  { kind: 'community', zh: '示例社区服务站', en: 'Sample Neighbourhood Office', mean: 13, weekend: true },
  { kind: 'community', zh: '示例镇文化站', en: 'Sample Town Culture Station', mean: 15, weekend: true },
  { kind: 'hospital', zh: '人民医院', en: 'District Hospital', mean: 22, weekend: false },
  { kind: 'other', zh: '示例志愿者协会', en: 'Sample Volunteer Association', mean: 18, weekend: true },
];

export function drivesTable(): Table {
  const random = randomStream('drives');
  const rows: Row[] = [];
  for (let day = lastDay - 60; day <= lastDay + 60; day += 1) {
    const date = dateOfDay(day);
    const used = new Set<string>();
    const count = weekday(date) > 5 ? random.integer(1, 2) : random.integer(1, 3);
    for (let i = 0; i < count; i += 1) {
      const row = drive(random, date, used);
      if (row !== null) rows.push({ drive: `d-${date}-${used.size}`, ...row });
    }
  }
  return { name: 'drives', rows: rows.map(changed) };
}

function drive(random: Random, date: string, used: Set<string>): Row | null {
  const vehicle = random.pick(vehicles);
  const host = random.pick(hosts.filter(({ weekend }) => weekend || weekday(date) <= 5));
  if (used.has(vehicle.station)) return null;
  used.add(vehicle.station);
  const held = date <= lastDate;
  return {
    date, start: random.pick(['08:30', '09:00', '09:30']), end: random.pick(['12:00', '15:30', '16:30']), station: vehicle.station,
    organiser_kind: host.kind, place_zh: `${districtNameZh(vehicle.district)}${host.zh}（虚构）`, place_en: `${host.en}, District ${vehicle.district.toUpperCase()} (fictional)`,
    region: `sample-city-${vehicle.district}`, longitude: near(random, vehicle.at[0]), latitude: near(random, vehicle.at[1]), crs: 'WGS84', services: 'whole_blood',
    booking_url: host.kind === 'community' || host.kind === 'other' ? 'https://booking.sample-city.example/' : '', status: held ? 'held' : 'planned',
    collected: held ? random.count(host.mean) : 'NA', note_zh: '', note_en: '',
  };
}

/** A drive that moved and one that was cancelled, both still to come. */
function changed(row: Row): Row {
  if (row['drive'] === movedDrive) return { ...row, start: '13:30', end: '17:00', note_zh: '原定上午，改到下午', note_en: 'Was in the morning, moved to the afternoon' };
  if (row['drive'] === cancelledDrive) return { ...row, status: 'cancelled', note_zh: '因场地检修取消，改期另行通知', note_en: 'Cancelled, the place is under repair; a new date will follow' };
  return row;
}

const movedDrive = `d-${addDays(lastDate, 4)}-1`;
const cancelledDrive = `d-${addDays(lastDate, 6)}-1`;

/** A little way off, three decimals. */
function near(random: Random, degrees: number): number {
  return Math.round((degrees + 0.008 * random.spread()) * 1000) / 1000;
}
