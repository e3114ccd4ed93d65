/** Places to give blood in the invented city: a centre, two branches, eight houses, six vehicles, and their notices. */
import { districtNameZh } from './city.ts';
import type { Row, Table } from './table.ts';

interface Place {
  readonly station: string;
  readonly parent: string;
  readonly kind: 'centre' | 'house' | 'vehicle';
  readonly zh: string;
  readonly en: string;
  /** Letter of the district. */
  readonly district: 'a' | 'b' | 'c' | 'd' | 'e' | 'f';
  /** Degrees on a plane in the open ocean: nobody can be led there. */
  readonly at: readonly [longitude: number, latitude: number];
  /** opening_hours syntax of OpenStreetMap. */
  readonly hours: string;
  readonly services: string;
  readonly accessZh: string;
  readonly accessEn: string;
  readonly booking: boolean;
  readonly confirmed: string;
}

const both = 'whole_blood;apheresis_platelets';
const blood = 'whole_blood';
const stepFree: readonly [string, string] = ['无障碍坡道；地铁示例1号线步行5分钟（虚构）', 'Step-free; 5 minutes from Sample Line 1 (fictional)'];
const busOnly: readonly [string, string] = ['门口两级台阶，可按铃协助；示例公交站旁（虚构）', 'Two steps, ring for help; beside a sample bus stop (fictional)'];
const onBoard: readonly [string, string] = ['车上有三级台阶，可在车下登记', 'Three steps up; registration at street level'];

const places: readonly Place[] = [
  place('centre', '', 'centre', '示例市血液中心', 'Sample City Blood Centre', 'a', [0.312, 0.284], 'Mo-Su 08:00-17:00', both, stepFree, true, '2026-11-02'),
  place('branch-east', 'centre', 'centre', '示例市血液中心东部分中心', 'Sample City Blood Centre, East Branch', 'e', [0.521, 0.302], 'Mo-Sa 08:30-12:00,13:30-17:00', blood, stepFree, true, '2026-11-02'),
  place('branch-west', 'centre', 'centre', '示例市血液中心西部分中心', 'Sample City Blood Centre, West Branch', 'f', [0.104, 0.241], 'Mo-Fr 08:30-12:00,13:30-17:00', blood, busOnly, true, '2026-11-02'),
  place('house-a-plaza', 'centre', 'house', '甲区示例广场献血屋', 'Sample Plaza Donation House', 'a', [0.318, 0.271], 'Mo-Su 10:00-20:00', both, stepFree, true, '2026-11-10'),
  place('house-a-station', 'centre', 'house', '甲区示例车站献血屋', 'Sample Station Donation House', 'a', [0.297, 0.296], 'Tu-Su 09:00-18:30', blood, stepFree, true, '2026-11-10'),
  place('house-a-night', 'centre', 'house', '甲区示例夜市献血屋', 'Night Market Donation House', 'a', [0.326, 0.29], 'Th-Sa 16:00-00:30', blood, busOnly, false, '2026-10-21'),
  place('house-b-mall', 'centre', 'house', '乙区示例商场献血屋', 'Sample Mall Donation House', 'b', [0.355, 0.322], 'Mo-Su 10:00-18:00', both, stepFree, true, '2026-11-10'),
  place('house-b-library', 'centre', 'house', '乙区示例图书馆献血屋', 'Library Donation House', 'b', [0.372, 0.309], 'Tu-Su 09:00-12:00,13:00-17:00', blood, stepFree, true, '2026-09-18'),
  place('house-c-park', 'centre', 'house', '丙区示例公园献血屋', 'Sample Park Donation House', 'c', [0.246, 0.344], 'Mo-Su 09:00-17:00; Jul-Aug 08:00-11:30,16:00-20:00', blood, busOnly, false, '2026-08-30'),
  place('house-d-hall', 'centre', 'house', '丁区市民中心献血屋', 'Civic Hall Donation House', 'd', [0.271, 0.208], 'Mo-Fr 09:00-17:00; PH off', blood, stepFree, true, '2026-11-05'),
  place('house-e-street', 'branch-east', 'house', '戊区示例街献血屋', 'Sample Street Donation House', 'e', [0.498, 0.318], 'We-Su 09:30-17:30', blood, busOnly, false, '2026-10-12'),
  place('vehicle-1', 'centre', 'vehicle', '流动献血车1号', 'Vehicle 1', 'a', [0.305, 0.262], 'Mo-Fr 09:30-16:30', blood, onBoard, false, '2026-11-16'),
  place('vehicle-2', 'centre', 'vehicle', '流动献血车2号', 'Vehicle 2', 'b', [0.364, 0.297], 'Tu-Su 09:30-17:00', blood, onBoard, false, '2026-11-16'),
  place('vehicle-3', 'centre', 'vehicle', '流动献血车3号', 'Vehicle 3', 'c', [0.231, 0.332], 'Sa-Su 09:00-17:00', blood, onBoard, false, '2026-11-16'),
  place('vehicle-4', 'centre', 'vehicle', '流动献血车4号', 'Vehicle 4', 'd', [0.284, 0.221], 'Mo,We,Fr 09:30-16:00', blood, onBoard, false, '2026-11-16'),
  place('vehicle-5', 'branch-east', 'vehicle', '流动献血车5号', 'Vehicle 5', 'e', [0.532, 0.287], 'Tu,Th,Sa 09:30-16:00', blood, onBoard, false, '2026-11-16'),
  place('vehicle-6', 'branch-west', 'vehicle', '流动献血车6号', 'Vehicle 6', 'f', [0.119, 0.228], 'Mo-Sa 09:30-16:00', blood, onBoard, false, '2026-11-16'),
];

function place(
  station: string, parent: string, kind: Place['kind'], zh: string, en: string, district: Place['district'], at: Place['at'],
  hours: string, services: string, [accessZh, accessEn]: readonly [string, string], booking: boolean, confirmed: string,
): Place {
  return { station, parent, kind, zh, en, district, at, hours, services, accessZh, accessEn, booking, confirmed };
}

/** Vehicles that drives may be held with. */
export const vehicles: readonly Pick<Place, 'station' | 'district' | 'at'>[] = places.filter(({ kind }) => kind === 'vehicle');

export function stationsTable(): Table {
  return {
    name: 'stations',
    rows: places.map((p, index): Row => ({
      station: p.station, parent: p.parent, kind: p.kind, name_zh: p.zh, name_en: p.en, region: `sample-city-${p.district}`,
      address_zh: `${districtNameZh(p.district)}示例路${index + 1}号（虚构）`, address_en: `${index + 1} Sample Road, District ${p.district.toUpperCase()} (fictional)`,
      longitude: p.at[0], latitude: p.at[1], crs: 'WGS84', phone: '', hours: p.hours, services: p.services,
      access_zh: p.accessZh, access_en: p.accessEn, booking_url: p.booking ? 'https://booking.sample-city.example/' : '',
      confirmed_on: p.confirmed, source: 'sample-centre',
    })),
  };
}

export function stationNoticesTable(): Table {
  return {
    name: 'station-notices',
    rows: [
      {
        notice: 'n-2026-10-national-day', station: 'branch-west', from: '2026-10-01T00:00:00+08:00', until: '2026-10-04T00:00:00+08:00',
        status: 'closed', hours: '', note_zh: '国庆节前三天休息', note_en: 'Closed on the first three days of National Day',
      },
      {
        notice: 'n-2026-11-plaza', station: 'house-a-station', from: '2026-11-16T12:00:00+08:00', until: '2026-11-28T00:00:00+08:00',
        status: 'closed', hours: '', note_zh: '更换空调，暂停采血；请到甲区示例广场献血屋', note_en: 'No donations while the air conditioning is replaced; please go to Sample Plaza Donation House',
      },
      {
        notice: 'n-2026-11-centre', station: 'centre', from: '2026-11-23T00:00:00+08:00', until: '2026-11-30T00:00:00+08:00',
        status: 'changed', hours: 'Mo-Su 08:00-19:00', note_zh: '本周延长开放到19:00', note_en: 'Open until 19:00 this week',
      },
      {
        notice: 'n-2027-02-spring-festival', station: 'house-b-library', from: '2027-02-05T00:00:00+08:00', until: '2027-02-09T00:00:00+08:00',
        status: 'closed', hours: '', note_zh: '春节休息', note_en: 'Closed for Spring Festival',
      },
    ],
  };
}
