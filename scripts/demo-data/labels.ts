/** Words in both languages for the codes of fund categories, programmes and purposes of transfers. */
import type { Row, Table } from './table.ts';

const labels: readonly (readonly [kind: 'category' | 'programme' | 'purpose', code: string, zh: string, en: string])[] = [
  ['category', 'gift_enterprise', '企业捐赠', 'Gifts from companies'],
  ['category', 'gift_public', '社会捐赠', 'Gifts from the public'],
  ['category', 'fiscal_grant', '财政拨款', 'Public grant'],
  ['category', 'interest', '利息', 'Interest'],
  ['category', 'supply_fees', '供血收入', 'Fees for blood supplied'],
  ['category', 'hardship', '困难献血者帮扶', 'Donors in hardship'],
  ['category', 'illness', '重病献血者救助', 'Donors who are seriously ill'],
  ['category', 'students', '大学生助学', 'Students'],
  ['category', 'commendation', '慰问', 'Thanks to donors'],
  ['category', 'audit', '审计费', 'Audit'],
  ['category', 'waiver_direct', '医院直接减免', 'Waived at the hospital'],
  ['category', 'waiver_counter', '窗口报销', 'Repaid at a counter'],
  ['category', 'waiver_online', '网上报销', 'Repaid online'],
  ['category', 'personnel', '人员经费', 'Staff'],
  ['category', 'reagents', '检测试剂', 'Test reagents'],
  ['category', 'consumables', '采血耗材', 'Collection materials'],
  ['category', 'collection_sites', '采血点运行', 'Running donation sites'],
  ['category', 'cold_chain', '冷链运输', 'Cold chain and transport'],
  ['category', 'publicity', '宣传招募', 'Publicity and recruitment'],
  ['category', 'equipment', '设备购置', 'Equipment'],
  ['category', 'vehicles', '采血车购置', 'Vehicles'],
  ['programme', 'hardship_donors', '困难献血者帮扶计划', 'Help for donors in hardship'],
  ['programme', 'seriously_ill_donors', '重病献血者救助计划', 'Help for seriously ill donors'],
  ['programme', 'outstanding_students', '优秀献血大学生助学计划', 'Grants for students who give blood'],
  ['programme', 'donor_day', '世界献血者日慰问', 'World Blood Donor Day'],
  ['purpose', 'seasonal_shortage', '季节性紧张', 'Seasonal shortage'],
  ['purpose', 'group_mismatch', '偏型调剂', 'Balance between groups'],
  ['purpose', 'emergency', '应急支援', 'Emergency'],
  ['purpose', 'rare_group', '稀有血型', 'Rare group'],
];

export function labelsTable(): Table {
  return { name: 'labels', rows: labels.map(([kind, code, zh, en]): Row => ({ kind, code, zh, en })) };
}
