/** Writes the data folder of a large invented portal: many stations in twenty districts, many drives, a little stock. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#src/domain/calendar.ts';

const clock = '2026-11-21T10:30:00+08:00';
const districts = 20;
const hours = ['Mo-Su 08:00-17:00', 'Mo-Sa 08:30-12:00,13:30-17:00', 'Tu-Su 09:00-18:30', 'Th-Sa 16:00-00:30', 'Mo-Fr 09:00-17:00; PH off', 'Mo,We,Fr 09:30-16:00', 'Mo-Su 10:00-20:00 "只接受预约"'];

/** A number between 0 and 1 that depends on its index alone. */
function spread(index: number, step: number): number {
  return (index * step) % 1;
}

export function writeManyPlaces(folder: string, stations: number, drives: number): void {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, rows: readonly string[]): void => writeFileSync(join(folder, file), `${rows.join('\r\n')}\r\n`);
  const settings = {
    title: { zh: '示例大市', en: 'Sample Large City' }, publisher: { zh: '示例血液中心', en: 'Sample Centre' }, region: 'large', site: 'https://large.example/', demonstration: { clock },
    tables: { stock: { every: 'P1D', due: '09:00', grace: 'PT26H', moment: 'opening' } },
  };
  writeFileSync(join(folder, 'portal.json'), JSON.stringify(settings));
  write('regions.csv', ['region,parent,kind,name_zh,name_en', 'large,,city,示例大市,Sample Large City', ...Array.from({ length: districts }, (_, index) => `large-${index},large,county,第${index + 1}区,District ${index + 1}`)]);
  write('stations.csv', [
    'station,kind,name_zh,name_en,region,address_zh,address_en,longitude,latitude,crs,hours,services,access_zh,access_en,booking_url,confirmed_on',
    ...Array.from({ length: stations }, (_, index) => {
      const kind = index < 5 ? 'centre' : index % 3 === 0 ? 'vehicle' : 'house';
      const district = (index * 7) % districts;
      const [east, north] = [spread(index, 0.618), spread(index, 0.414)];
      const services = index % 4 === 0 ? 'whole_blood;apheresis_platelets' : 'whole_blood';
      return `s-${index},${kind},第${district + 1}区示例路第${index}号献血点,Sample Place ${index} in District ${district + 1},large-${district},示例路${(index * 37) % 900}号（虚构）,"${(index * 37) % 900} Sample Road (fictional)",${(0.1 + east * 0.8).toFixed(5)},${(0.1 + north * 0.6).toFixed(5)},WGS84,"${(hours[index % hours.length] ?? '').replaceAll('"', '""')}",${services},地铁示例${index % 9}号线步行${(index % 12) + 1}分钟,${(index % 12) + 1} minutes from Sample Line ${index % 9},https://booking.sample-city.example/${index},2026-11-${String((index % 20) + 1).padStart(2, '0')}`;
    }),
  ]);
  write('drives.csv', [
    'drive,date,start,end,station,organiser_kind,place_zh,place_en,region,longitude,latitude,crs,services,status,collected',
    ...Array.from({ length: drives }, (_, index) => {
      const date = addDays('2026-09-01', Math.floor((index * 180) / drives));
      const held = date < '2026-11-21';
      const district = (index * 11) % districts;
      return `d-${index},${date},09:00,15:30,s-${((index * 3) % Math.floor(stations / 3)) * 3},enterprise,第${district + 1}区示例公司${index % 200},Sample Company ${index % 200} in District ${district + 1},large-${district},${(0.1 + spread(index, 0.618) * 0.8).toFixed(5)},${(0.1 + spread(index, 0.414) * 0.6).toFixed(5)},WGS84,whole_blood,${held ? 'held' : 'planned'},${held ? 10 + (index % 60) : 'NA'}`;
    }),
  ]);
  const days = Array.from({ length: 30 }, (_, index) => addDays('2026-10-23', index));
  write('stock.csv', ['date,station,component,abo,rhd,unit,quantity', ...days.flatMap((date) => ['A', 'B', 'O', 'AB'].map((abo, index) => `${date},all,red_cells,${abo},positive,U,${300 + index * 20}`))]);
}
