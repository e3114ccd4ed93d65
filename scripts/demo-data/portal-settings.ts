/** portal.json of the demonstration: whose site it is, when each table is due, which pauses are announced. */

const due = { every: 'P1M', due: '18:00', grace: 'P12D', absent_row: 'missing' } as const;

export const portalSettings = {
  title: { zh: '示例市无偿献血信息公开平台', en: 'Sample City Open Blood Portal' },
  publisher: { zh: '示例市血液中心（虚构）', en: 'Sample City Blood Centre (fictional)' },
  region: 'sample-city',
  site: 'https://sample-city.example/',
  time_zone: 'Asia/Shanghai',
  languages: ['zh', 'en'],
  licence: {
    name: { zh: '知识共享 署名 4.0', en: 'Creative Commons Attribution 4.0' },
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  contact: {
    donors: { email: 'donors@sample-city.example', hours: { zh: '每天 08:00–17:00', en: 'Every day 08:00–17:00' } },
    press: { email: 'press@sample-city.example', hours: { zh: '工作日 09:00–17:00', en: 'Workdays 09:00–17:00' } },
    information: { email: 'information@sample-city.example', hours: { zh: '工作日 09:00–17:00', en: 'Workdays 09:00–17:00' } },
    rhd_negative: { email: 'rhd-negative@sample-city.example', hours: { zh: '每天 24 小时', en: 'Day and night' } },
  },
  filings: { sponsor: { zh: '示例市卫生健康委员会（虚构）', en: 'Sample City Health Commission (fictional)' } },
  demonstration: { clock: '2026-11-21T21:00:00+08:00' },
  headline_component: 'red_cells',
  demand_window_days: 28,
  small_count: 5,
  tables: {
    stock: { every: 'P1D', due: '09:00', grace: 'PT26H', moment: 'opening', absent_row: 'missing' },
    collections: { every: 'P1D', due: '09:00', grace: 'PT26H', moment: 'closing', absent_row: 'zero' },
    issues: { every: 'P1D', due: '09:00', grace: 'PT26H', moment: 'closing', absent_row: 'zero' },
    'blood-ledger': due,
    donations: due,
    'fee-waivers': due,
    'fund-entries': due,
    'fund-balances': due,
    'fund-category-totals': due,
    population: { every: 'P1Y', due: '18:00', grace: 'P200D', absent_row: 'missing' },
    'use-indicators': { every: 'P1Y', due: '18:00', grace: 'P200D', absent_row: 'missing' },
  },
  pauses: [
    { from: '2026-02-16', until: '2026-02-18', note: { zh: '春节期间暂停公布库存，2月19日恢复', en: 'No stock figures over Spring Festival; again from 19 February' } },
    { from: '2027-02-05', until: '2027-02-08', note: { zh: '春节期间暂停公布库存，2月9日恢复', en: 'No stock figures over Spring Festival; again from 9 February' } },
  ],
} as const;
