/** Rows of every table as the code sees them. Generated from data/datapackage.json by `npm run types`; do not edit. */
import type { Measured } from '#src/domain/missing.ts';

/** 词汇 · Labels */
export interface LabelsRow {
  /** 词类 · Kind */
  readonly kind: 'category' | 'programme' | 'purpose';
  /** 代码 · Code */
  readonly code: string;
  /** 中文 · Chinese */
  readonly zh: string;
  /** 英文 · English */
  readonly en: string | null;
}

/** 地区 · Regions */
export interface RegionsRow {
  /** 地区编号 · Region id */
  readonly region: string;
  /** 上级地区 · Parent region */
  readonly parent: string | null;
  /** 级别 · Kind */
  readonly kind: 'country' | 'province' | 'city' | 'county';
  /** 中文名称 · Chinese name */
  readonly nameZh: string;
  /** 英文名称 · English name */
  readonly nameEn: string | null;
}

/** 人口 · Population */
export interface PopulationRow {
  /** 年份 · Year */
  readonly year: number;
  /** 地区 · Region */
  readonly region: string;
  /** 人口口径 · Population base */
  readonly base: 'resident' | 'registered' | 'age_18_55' | 'age_18_60';
  /** 人口数 · Population, people */
  readonly population: Measured;
  /** 来源 · Source */
  readonly source: string | null;
}

/** 站点 · Stations */
export interface StationsRow {
  /** 站点编号 · Station id */
  readonly station: string;
  /** 所属血站 · Parent station */
  readonly parent: string | null;
  /** 站点类型 · Kind of station */
  readonly kind: 'centre' | 'house' | 'vehicle';
  /** 中文名称 · Chinese name */
  readonly nameZh: string;
  /** 英文名称 · English name */
  readonly nameEn: string | null;
  /** 地区 · Region */
  readonly region: string;
  /** 地址（中文） · Address (Chinese) */
  readonly addressZh: string | null;
  /** 地址（英文） · Address (English) */
  readonly addressEn: string | null;
  /** 经度 · Longitude, degree */
  readonly longitude: Measured;
  /** 纬度 · Latitude, degree */
  readonly latitude: Measured;
  /** 坐标系 · Coordinate system */
  readonly crs: 'WGS84' | 'CGCS2000' | 'GCJ02' | 'BD09' | null;
  /** 电话 · Phone */
  readonly phone: string | null;
  /** 开放时间 · Opening hours */
  readonly hours: string | null;
  /** 可献类型 · Services */
  readonly services: readonly ('whole_blood' | 'apheresis_platelets')[];
  /** 交通与无障碍（中文） · Getting there (Chinese) */
  readonly accessZh: string | null;
  /** 交通与无障碍（英文） · Getting there (English) */
  readonly accessEn: string | null;
  /** 预约网址 · Booking address */
  readonly bookingUrl: string | null;
  /** 时间核实日期 · Hours confirmed on */
  readonly confirmedOn: string | null;
  /** 来源 · Source */
  readonly source: string | null;
}

/** 站点通知 · Station notices */
export interface StationNoticesRow {
  /** 通知编号 · Notice id */
  readonly notice: string;
  /** 站点 · Station */
  readonly station: string;
  /** 开始时刻 · From */
  readonly from: string;
  /** 结束时刻 · Until */
  readonly until: string | null;
  /** 通知状态 · Status */
  readonly status: 'closed' | 'changed';
  /** 变更后的时间 · Changed hours */
  readonly hours: string | null;
  /** 说明（中文） · Note (Chinese) */
  readonly noteZh: string | null;
  /** 说明（英文） · Note (English) */
  readonly noteEn: string | null;
}

/** 医院 · Hospitals */
export interface HospitalsRow {
  /** 医院编号 · Hospital id */
  readonly hospital: string;
  /** 中文名称 · Chinese name */
  readonly nameZh: string;
  /** 英文名称 · English name */
  readonly nameEn: string | null;
  /** 地区 · Region */
  readonly region: string;
  /** 能否直接减免 · Direct waiver */
  readonly directWaiver: 'yes' | 'no' | null;
  /** 开始直接减免日期 · Direct waiver since */
  readonly directWaiverSince: string | null;
  /** 核实日期 · Confirmed on */
  readonly confirmedOn: string | null;
}

/** 献血活动 · Drives */
export interface DrivesRow {
  /** 活动编号 · Drive id */
  readonly drive: string;
  /** 日期 · Date */
  readonly date: string;
  /** 开始时间 · Start */
  readonly start: string | null;
  /** 结束时间 · End */
  readonly end: string | null;
  /** 站点 · Station */
  readonly station: string | null;
  /** 组织方类型 · Organiser */
  readonly organiserKind: 'government' | 'university' | 'enterprise' | 'community' | 'hospital' | 'military' | 'other';
  /** 地点（中文） · Place (Chinese) */
  readonly placeZh: string;
  /** 地点（英文） · Place (English) */
  readonly placeEn: string | null;
  /** 地区 · Region */
  readonly region: string;
  /** 经度 · Longitude, degree */
  readonly longitude: Measured;
  /** 纬度 · Latitude, degree */
  readonly latitude: Measured;
  /** 坐标系 · Coordinate system */
  readonly crs: 'WGS84' | 'CGCS2000' | 'GCJ02' | 'BD09' | null;
  /** 可献类型 · Services */
  readonly services: readonly ('whole_blood' | 'apheresis_platelets')[];
  /** 预约网址 · Booking address */
  readonly bookingUrl: string | null;
  /** 活动状态 · Status */
  readonly status: 'planned' | 'cancelled' | 'held';
  /** 采集人次 · Donations collected, donations */
  readonly collected: Measured;
  /** 说明（中文） · Note (Chinese) */
  readonly noteZh: string | null;
  /** 说明（英文） · Note (English) */
  readonly noteEn: string | null;
}

/** 库存 · Stock */
export interface StockRow {
  /** 日期 · Date */
  readonly date: string;
  /** 站点 · Station */
  readonly station: string;
  /** 血液成分 · Component */
  readonly component: 'whole_blood' | 'red_cells' | 'apheresis_platelets' | 'pooled_platelets' | 'plasma' | 'cryoprecipitate' | 'unspecified';
  /** ABO 血型 · ABO group */
  readonly abo: 'A' | 'B' | 'O' | 'AB' | 'all';
  /** RhD · RhD status */
  readonly rhd: 'positive' | 'negative' | 'all';
  /** 计量单位 · Unit */
  readonly unit: 'U' | 'dose' | 'ml' | 'days' | 'percent';
  /** 数量 · Quantity */
  readonly quantity: Measured;
  /** 发布方的级别 · Level as stated */
  readonly level: 'normal' | 'low' | 'short' | 'critical' | null;
  /** 清点时刻 · Observed at */
  readonly observedAt: string | null;
}

/** 采集 · Collections */
export interface CollectionsRow {
  /** 日期 · Date */
  readonly date: string;
  /** 站点 · Station */
  readonly station: string;
  /** 血液成分 · Component */
  readonly component: 'whole_blood' | 'red_cells' | 'apheresis_platelets' | 'pooled_platelets' | 'plasma' | 'cryoprecipitate' | 'unspecified';
  /** ABO 血型 · ABO group */
  readonly abo: 'A' | 'B' | 'O' | 'AB' | 'all';
  /** RhD · RhD status */
  readonly rhd: 'positive' | 'negative' | 'all';
  /** 计量单位 · Unit */
  readonly unit: 'U' | 'dose' | 'ml';
  /** 数量 · Quantity */
  readonly quantity: Measured;
  /** 清点时刻 · Observed at */
  readonly observedAt: string | null;
}

/** 发放 · Issues */
export interface IssuesRow {
  /** 日期 · Date */
  readonly date: string;
  /** 站点 · Station */
  readonly station: string;
  /** 血液成分 · Component */
  readonly component: 'whole_blood' | 'red_cells' | 'apheresis_platelets' | 'pooled_platelets' | 'plasma' | 'cryoprecipitate' | 'unspecified';
  /** ABO 血型 · ABO group */
  readonly abo: 'A' | 'B' | 'O' | 'AB' | 'all';
  /** RhD · RhD status */
  readonly rhd: 'positive' | 'negative' | 'all';
  /** 计量单位 · Unit */
  readonly unit: 'U' | 'dose' | 'ml';
  /** 数量 · Quantity */
  readonly quantity: Measured;
  /** 申请数量 · Requested */
  readonly requested: Measured;
  /** 清点时刻 · Observed at */
  readonly observedAt: string | null;
}

/** 血液收支台账 · Blood ledger */
export interface BloodLedgerRow {
  /** 月份 · Month */
  readonly month: string;
  /** 站点 · Station */
  readonly station: string;
  /** 血液成分 · Component */
  readonly component: 'whole_blood' | 'red_cells' | 'apheresis_platelets' | 'pooled_platelets' | 'plasma' | 'cryoprecipitate' | 'unspecified';
  /** 计量单位 · Unit */
  readonly unit: 'U' | 'dose' | 'ml';
  /** 期初库存 · Opening */
  readonly opening: Measured;
  /** 制备 · Prepared */
  readonly prepared: Measured;
  /** 调入 · Received */
  readonly received: Measured;
  /** 发放 · Issued */
  readonly issued: Measured;
  /** 调出 · Transferred out */
  readonly transferredOut: Measured;
  /** 过期报废 · Expired */
  readonly expired: Measured;
  /** 检测不合格 · Failed a test */
  readonly testFailed: Measured;
  /** 其他报废 · Other discards */
  readonly otherDiscards: Measured;
  /** 期末库存 · Closing */
  readonly closing: Measured;
}

/** 临床用血指标 · Use indicators */
export interface UseIndicatorsRow {
  /** 年份 · Year */
  readonly year: number;
  /** 地区 · Region */
  readonly region: string;
  /** 指标 · Indicator */
  readonly indicator: 'autologous_share' | 'requests_met_share' | 'red_cells_per_1000_discharges' | 'donations_400ml_share' | 'repeat_donor_share' | 'awareness_share';
  /** 指标值 · Value */
  readonly value: Measured;
  /** 单位 · Unit */
  readonly unit: 'percent' | 'per_1000';
  /** 来源 · Source */
  readonly source: string | null;
}

/** 库存警戒线 · Thresholds */
export interface ThresholdsRow {
  /** 站点 · Station */
  readonly station: string;
  /** 血液成分 · Component */
  readonly component: 'whole_blood' | 'red_cells' | 'apheresis_platelets' | 'pooled_platelets' | 'plasma' | 'cryoprecipitate' | 'unspecified';
  /** ABO 血型 · ABO group */
  readonly abo: 'A' | 'B' | 'O' | 'AB' | 'all';
  /** RhD · RhD status */
  readonly rhd: 'positive' | 'negative' | 'all';
  /** 计量单位 · Unit */
  readonly unit: 'U' | 'dose' | 'ml' | 'days' | 'percent';
  /** 级别 · Level */
  readonly level: 'normal' | 'low' | 'short' | 'critical';
  /** 生效日期 · Valid from */
  readonly validFrom: string;
  /** 下限 · At or above */
  readonly atOrAbove: number;
  /** 依据条款 · Clause */
  readonly clause: string | null;
}

/** 已宣布的预警 · Declared alerts */
export interface AlertsRow {
  /** 预警编号 · Alert id */
  readonly alert: string;
  /** 开始 · From */
  readonly from: string;
  /** 结束 · Until */
  readonly until: string | null;
  /** 地区 · Region */
  readonly region: string;
  /** 血液成分 · Component */
  readonly component: 'whole_blood' | 'red_cells' | 'apheresis_platelets' | 'pooled_platelets' | 'plasma' | 'cryoprecipitate' | 'unspecified' | null;
  /** ABO 血型 · ABO group */
  readonly abo: 'A' | 'B' | 'O' | 'AB' | 'all' | null;
  /** RhD · RhD status */
  readonly rhd: 'positive' | 'negative' | 'all' | null;
  /** 宣布的级别 · Level as declared */
  readonly statedLevel: string | null;
  /** 宣布单位（中文） · Issuer (Chinese) */
  readonly issuerZh: string;
  /** 宣布单位（英文） · Issuer (English) */
  readonly issuerEn: string | null;
  /** 文件 · Document */
  readonly document: string | null;
  /** 限制比例 · Restriction, percent */
  readonly restrictionPercent: Measured;
  /** 说明（中文） · Note (Chinese) */
  readonly noteZh: string | null;
  /** 说明（英文） · Note (English) */
  readonly noteEn: string | null;
}

/** 献血人次 · Donations */
export interface DonationsRow {
  /** 月份 · Month */
  readonly month: string;
  /** 地区 · Region */
  readonly region: string;
  /** 献血类型 · Donation */
  readonly donation: 'whole_blood' | 'apheresis_platelets' | 'apheresis_plasma';
  /** 献血者类型 · Donor */
  readonly donor: 'first_time' | 'repeat' | 'lapsed' | 'all';
  /** 献血途径 · Channel */
  readonly channel: 'street' | 'group' | 'appointment' | 'all';
  /** 人次 · Donations, donations */
  readonly donations: Measured;
  /** 全血量 · Whole-blood volume, ml */
  readonly volumeMl: Measured;
  /** 治疗量 · Doses, dose */
  readonly doses: Measured;
}

/** 已公布的数字 · Published figures */
export interface FiguresRow {
  /** 数字编号 · Figure id */
  readonly figure: string;
  /** 地区 · Region */
  readonly region: string;
  /** 时期 · Period */
  readonly period: string;
  /** 指标 · Indicator */
  readonly indicator: 'donation_rate' | 'donations' | 'donors' | 'volume' | 'whole_blood_volume' | 'apheresis_platelets' | 'apheresis_donations' | 'rhd_negative_volume' | 'individual_share' | 'group_share' | 'unpaid_share' | 'voluntary_share' | 'red_cells_supplied' | 'platelets_supplied' | 'plasma_supplied' | 'cryoprecipitate_supplied' | 'supplied' | 'received' | 'transferred_out' | 'transferred_between_areas' | 'transferred_between_provinces' | 'blood_stations' | 'blood_centres' | 'central_stations' | 'central_banks' | 'collection_points' | 'mobile_coaches' | 'street_points' | 'late_street_points' | 'stock_quantity' | 'days_of_supply' | 'daily_use' | 'fund_receipts' | 'fund_disbursements' | 'fund_balance' | 'waiver_claims' | 'waiver_amount' | 'direct_waiver_claims' | 'direct_waiver_amount' | 'award_gold' | 'award_silver' | 'award_bronze' | 'award_holders' | 'volunteer_awards' | 'stem_cell_awards' | 'exemption_holders' | 'exemption_uses' | 'honour_cards' | 'award_cities' | 'exemption_hospitals' | 'exemption_bus_lines' | 'tariff_amount' | 'other';
  /** 数值 · Value */
  readonly value: number;
  /** 单位 · Unit */
  readonly unit: string;
  /** 精确程度 · Qualifier */
  readonly qualifier: 'exact' | 'about' | 'at_most' | 'at_least';
  /** 口径 · Base */
  readonly base: string | null;
  /** 数字性质 · Status */
  readonly status: 'published' | 'derived' | 'superseded';
  /** 来源 · Source */
  readonly source: string;
  /** 说明（中文） · Note (Chinese) */
  readonly noteZh: string | null;
  /** 说明（英文） · Note (English) */
  readonly noteEn: string | null;
}

/** 目标 · Targets */
export interface TargetsRow {
  /** 目标编号 · Target id */
  readonly target: string;
  /** 地区 · Region */
  readonly region: string;
  /** 指标 · Indicator */
  readonly indicator: 'donation_rate' | 'volume_above_use' | 'houses_per_county' | 'stock_above_threshold_share' | 'mutual_aid_fee' | 'direct_waiver_share' | 'drives_per_year' | 'drives_in_months' | 'group_drives_per_year' | 'appointment_share' | 'station_information_share' | 'emergency_plan' | 'autologous_share' | 'requests_met_share' | 'awareness_share' | 'discard_share' | 'fund_published' | 'budget_secured' | 'health_checks' | 'honour_card_donations' | 'transfers_recorded' | 'evaluation_published' | 'repeat_donor_share' | 'booking_stations';
  /** 比较 · Comparator */
  readonly comparator: '>=' | '<=' | null;
  /** 目标值 · Value */
  readonly value: Measured;
  /** 单位 · Unit */
  readonly unit: string;
  /** 数由谁定 · Number set by */
  readonly wantedBy: 'clause' | 'portal' | null;
  /** 期限 · Due */
  readonly due: string | null;
  /** 依据条款 · Clause */
  readonly clause: string;
}

/** 资金账户 · Funds */
export interface FundsRow {
  /** 账户编号 · Fund id */
  readonly fund: string;
  /** 地区 · Region */
  readonly region: string;
  /** 账户类型 · Kind */
  readonly kind: 'care_fund' | 'waiver_fund' | 'station_budget';
  /** 中文名称 · Chinese name */
  readonly nameZh: string;
  /** 英文名称 · English name */
  readonly nameEn: string | null;
  /** 设立文件 · Document */
  readonly document: string | null;
}

/** 收支明细 · Fund entries */
export interface FundEntriesRow {
  /** 明细编号 · Entry id */
  readonly entry: string;
  /** 账户 · Fund */
  readonly fund: string;
  /** 日期 · Date */
  readonly date: string;
  /** 收支方向 · Direction */
  readonly direction: 'receipt' | 'disbursement';
  /** 收支类别 · Category */
  readonly category: string;
  /** 项目 · Programme */
  readonly programme: string | null;
  /** 金额 · Amount, fen */
  readonly amountFen: number;
  /** 受益人数 · Beneficiaries, people */
  readonly beneficiaries: Measured;
  /** 凭证文件 · Document */
  readonly document: string | null;
  /** 说明（中文） · Note (Chinese) */
  readonly noteZh: string | null;
  /** 说明（英文） · Note (English) */
  readonly noteEn: string | null;
}

/** 资金结余 · Fund balances */
export interface FundBalancesRow {
  /** 账户 · Fund */
  readonly fund: string;
  /** 期间开始 · Period start */
  readonly periodStart: string;
  /** 期间结束 · Period end */
  readonly periodEnd: string;
  /** 期初余额 · Opening, fen */
  readonly openingFen: number;
  /** 收入合计 · Receipts, fen */
  readonly receiptsFen: number;
  /** 支出合计 · Disbursements, fen */
  readonly disbursementsFen: number;
  /** 期末余额 · Closing, fen */
  readonly closingFen: number;
  /** 账目状态 · Status */
  readonly status: 'provisional' | 'final' | 'audited';
  /** 文件 · Document */
  readonly document: string | null;
}

/** 分类合计 · Fund category totals */
export interface FundCategoryTotalsRow {
  /** 账户 · Fund */
  readonly fund: string;
  /** 期间开始 · Period start */
  readonly periodStart: string;
  /** 收支方向 · Direction */
  readonly direction: 'receipt' | 'disbursement';
  /** 收支类别 · Category */
  readonly category: string;
  /** 金额 · Amount, fen */
  readonly amountFen: number;
}

/** 预算 · Fund budgets */
export interface FundBudgetsRow {
  /** 账户 · Fund */
  readonly fund: string;
  /** 年份 · Year */
  readonly year: number;
  /** 收支方向 · Direction */
  readonly direction: 'receipt' | 'disbursement';
  /** 收支类别 · Category */
  readonly category: string;
  /** 预算金额 · Budget, fen */
  readonly amountFen: number;
}

/** 血液价格 · Tariffs */
export interface TariffsRow {
  /** 血液成分 · Component */
  readonly component: 'whole_blood' | 'red_cells' | 'apheresis_platelets' | 'pooled_platelets' | 'plasma' | 'cryoprecipitate' | 'unspecified';
  /** 计量单位 · Unit */
  readonly unit: 'U' | 'dose' | 'ml';
  /** 生效日期 · Valid from */
  readonly validFrom: string;
  /** 失效日期 · Valid until */
  readonly validUntil: string | null;
  /** 价格 · Price, fen */
  readonly priceFen: number;
  /** 定价文件 · Document */
  readonly document: string | null;
  /** 来源 · Source */
  readonly source: string | null;
}

/** 用血费用减免 · Fee waivers */
export interface FeeWaiversRow {
  /** 月份 · Month */
  readonly month: string;
  /** 地区 · Region */
  readonly region: string;
  /** 办理途径 · Channel */
  readonly channel: 'direct' | 'counter' | 'online';
  /** 减免人次 · Claims, claims */
  readonly claims: Measured;
  /** 减免金额 · Amount, fen */
  readonly amountFen: Measured;
}

/** 献血者优待 · Benefits */
export interface BenefitsRow {
  /** 优待编号 · Benefit id */
  readonly benefit: string;
  /** 地区 · Region */
  readonly region: string;
  /** 优待类型 · Kind */
  readonly kind: 'award' | 'exemption' | 'priority' | 'leave' | 'allowance' | 'health_check' | 'care';
  /** 最少次数 · Least donations, donations */
  readonly minDonations: Measured;
  /** 最少献血量 · Least volume, ml */
  readonly minVolumeMl: Measured;
  /** 最少志愿时数 · Least volunteer hours, hours */
  readonly minHours: Measured;
  /** 内容（中文） · Text (Chinese) */
  readonly textZh: string;
  /** 内容（英文） · Text (English) */
  readonly textEn: string | null;
  /** 生效日期 · Valid from */
  readonly validFrom: string | null;
  /** 失效日期 · Valid until */
  readonly validUntil: string | null;
  /** 效力 · Status */
  readonly status: 'in_force' | 'draft' | 'proposal';
  /** 依据条款 · Clause */
  readonly clause: string | null;
  /** 来源 · Source */
  readonly source: string | null;
}

/** 减免规则 · Waiver tiers */
export interface WaiverTiersRow {
  /** 规则编号 · Rule id */
  readonly rule: string;
  /** 档次 · Tier */
  readonly tier: number;
  /** 地区 · Region */
  readonly region: string;
  /** 受益人 · Beneficiary */
  readonly beneficiary: 'donor' | 'family';
  /** 献血量下限 · Least volume, ml */
  readonly minVolumeMl: Measured;
  /** 献血量上限 · Volume below, ml */
  readonly maxVolumeMl: Measured;
  /** 最少次数 · Least donations, donations */
  readonly minDonations: Measured;
  /** 年限 · Within years, years */
  readonly withinYears: Measured;
  /** 倍数 · Multiplier */
  readonly multiplier: Measured;
  /** 机采折算 · Dose as ml, ml */
  readonly doseMl: Measured;
  /** 年限起算 · Counted from */
  readonly countedFrom: 'first_donation' | 'last_donation' | 'each_donation' | null;
  /** 生效日期 · Valid from */
  readonly validFrom: string | null;
  /** 失效日期 · Valid until */
  readonly validUntil: string | null;
  /** 效力 · Status */
  readonly status: 'in_force' | 'draft' | 'proposal';
  /** 依据条款 · Clause */
  readonly clause: string | null;
  /** 来源 · Source */
  readonly source: string | null;
}

/** 献血条件 · Eligibility */
export interface EligibilityRow {
  /** 规则编号 · Rule id */
  readonly rule: string;
  /** 事项 · Subject */
  readonly subject: 'age_min' | 'age_max' | 'age_max_repeat' | 'interval_days' | 'per_year' | 'volume_ml' | 'weight_kg';
  /** 生效日期 · Valid from */
  readonly validFrom: string;
  /** 献血类型 · Donation */
  readonly donation: 'whole_blood' | 'apheresis_platelets' | 'apheresis_plasma' | null;
  /** 上一次献血类型 · After */
  readonly after: 'whole_blood' | 'apheresis_platelets' | 'apheresis_plasma' | null;
  /** 数值 · Value */
  readonly value: number;
  /** 单位 · Unit */
  readonly unit: 'years' | 'days' | 'months' | 'weeks' | 'ml' | 'times' | 'kg';
  /** 失效日期 · Valid until */
  readonly validUntil: string | null;
  /** 效力 · Status */
  readonly status: 'in_force' | 'draft' | 'proposal';
  /** 依据条款 · Clause */
  readonly clause: string | null;
  /** 来源 · Source */
  readonly source: string | null;
}

/** 血液调配 · Transfers */
export interface TransfersRow {
  /** 调配编号 · Transfer id */
  readonly transfer: string;
  /** 日期 · Date */
  readonly date: string;
  /** 调出地区 · From region */
  readonly fromRegion: string;
  /** 调入地区 · To region */
  readonly toRegion: string;
  /** 血液成分 · Component */
  readonly component: 'whole_blood' | 'red_cells' | 'apheresis_platelets' | 'pooled_platelets' | 'plasma' | 'cryoprecipitate' | 'unspecified';
  /** ABO 血型 · ABO group */
  readonly abo: 'A' | 'B' | 'O' | 'AB' | 'all';
  /** RhD · RhD status */
  readonly rhd: 'positive' | 'negative' | 'all';
  /** 数量 · Quantity */
  readonly quantity: number;
  /** 计量单位 · Unit */
  readonly unit: 'U' | 'dose' | 'ml';
  /** 用途 · Purpose */
  readonly purpose: string | null;
  /** 结算金额 · Settlement, fen */
  readonly priceFen: Measured;
  /** 互助金 · Mutual-aid fee, fen */
  readonly mutualAidFeeFen: Measured;
}

/** 事件 · Events */
export interface EventsRow {
  /** 事件编号 · Event id */
  readonly event: string;
  /** 日期 · Date */
  readonly date: string;
  /** 结束日期 · Until */
  readonly until: string | null;
  /** 事件类型 · Kind */
  readonly kind: 'holiday' | 'weather' | 'campaign' | 'policy' | 'method_break';
  /** 标题（中文） · Title (Chinese) */
  readonly titleZh: string;
  /** 标题（英文） · Title (English) */
  readonly titleEn: string | null;
  /** 依据条款 · Clause */
  readonly clause: string | null;
  /** 涉及的表 · Table concerned */
  readonly table: string | null;
  /** 血液成分 · Component */
  readonly component: 'whole_blood' | 'red_cells' | 'apheresis_platelets' | 'pooled_platelets' | 'plasma' | 'cryoprecipitate' | 'unspecified' | null;
}

/** 来源 · Sources */
export interface SourcesRow {
  /** 来源编号 · Source id */
  readonly source: string;
  /** 标题 · Title */
  readonly title: string;
  /** 发布者 · Publisher */
  readonly publisher: string;
  /** 发布时间 · Date */
  readonly date: string | null;
  /** 网址 · Address */
  readonly url: string | null;
  /** 可靠程度 · Confidence */
  readonly confidence: 'high' | 'medium' | 'low';
}

/** 更正原因 · Reasons */
export interface ReasonsRow {
  /** 表 · Table */
  readonly table: string;
  /** 主键 · Key */
  readonly key: string;
  /** 列 · Column */
  readonly column: string;
  /** 原因类别 · Class */
  readonly class: 'R1' | 'R2' | 'R3' | 'C';
  /** 原因（中文） · Reason (Chinese) */
  readonly reasonZh: string;
  /** 原因（英文） · Reason (English) */
  readonly reasonEn: string;
}

export interface Rows {
  readonly 'labels': LabelsRow;
  readonly 'regions': RegionsRow;
  readonly 'population': PopulationRow;
  readonly 'stations': StationsRow;
  readonly 'station-notices': StationNoticesRow;
  readonly 'hospitals': HospitalsRow;
  readonly 'drives': DrivesRow;
  readonly 'stock': StockRow;
  readonly 'collections': CollectionsRow;
  readonly 'issues': IssuesRow;
  readonly 'blood-ledger': BloodLedgerRow;
  readonly 'use-indicators': UseIndicatorsRow;
  readonly 'thresholds': ThresholdsRow;
  readonly 'alerts': AlertsRow;
  readonly 'donations': DonationsRow;
  readonly 'figures': FiguresRow;
  readonly 'targets': TargetsRow;
  readonly 'funds': FundsRow;
  readonly 'fund-entries': FundEntriesRow;
  readonly 'fund-balances': FundBalancesRow;
  readonly 'fund-category-totals': FundCategoryTotalsRow;
  readonly 'fund-budgets': FundBudgetsRow;
  readonly 'tariffs': TariffsRow;
  readonly 'fee-waivers': FeeWaiversRow;
  readonly 'benefits': BenefitsRow;
  readonly 'waiver-tiers': WaiverTiersRow;
  readonly 'eligibility': EligibilityRow;
  readonly 'transfers': TransfersRow;
  readonly 'events': EventsRow;
  readonly 'sources': SourcesRow;
  readonly 'reasons': ReasonsRow;
}

export type TableName = keyof Rows;
