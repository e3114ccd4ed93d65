/** Every rule across rows and tables, in the order in which they are listed to people. */
import type { NamedCheck } from '../named-check.ts';
import { check as componentUnit } from './component-unit.ts';
import { check as coordinates } from './coordinates.ts';
import { check as dailyGap } from './daily-gap.ts';
import { check as dailyTiming } from './daily-timing.ts';
import { check as demonstrationPhone } from './demonstration-phone.ts';
import { check as donationMeasure } from './donation-measure.ts';
import { check as doseHalves } from './dose-halves.ts';
import { check as endBeforeStart } from './end-before-start.ts';
import { check as fewPeopleAlone } from './few-people-alone.ts';
import { check as fundBalance } from './fund-balance.ts';
import { check as fundCategorySum } from './fund-category-sum.ts';
import { check as fundEntriesSum } from './fund-entries-sum.ts';
import { check as fundJoins } from './fund-joins.ts';
import { check as headlineComponent } from './headline-component.ts';
import { check as hoursUnreadable } from './hours-unreadable.ts';
import { check as ledgerBalance } from './ledger-balance.ts';
import { check as ledgerJoins } from './ledger-joins.ts';
import { check as monthlyGap } from './monthly-gap.ts';
import { check as parentCycle } from './parent-cycle.ts';
import { check as personalData } from './personal-data.ts';
import { check as requestedBelowIssued } from './requested-below-issued.ts';
import { check as reservedId } from './reserved-id.ts';
import { check as stationsClose } from './stations-close.ts';
import { check as targetNumber } from './target-number.ts';
import { check as thresholdOrder } from './threshold-order.ts';
import { check as thresholdUnit } from './threshold-unit.ts';
import { check as unknownClause } from './unknown-clause.ts';
import { check as unknownId } from './unknown-id.ts';
import { check as unknownLabel } from './unknown-label.ts';

export const checks: readonly NamedCheck[] = [
  unknownId,
  reservedId,
  unknownClause,
  unknownLabel,
  personalData,
  componentUnit,
  doseHalves,
  headlineComponent,
  dailyTiming,
  dailyGap,
  monthlyGap,
  requestedBelowIssued,
  targetNumber,
  thresholdOrder,
  thresholdUnit,
  endBeforeStart,
  parentCycle,
  coordinates,
  stationsClose,
  hoursUnreadable,
  demonstrationPhone,
  donationMeasure,
  ledgerBalance,
  ledgerJoins,
  fundBalance,
  fundJoins,
  fundEntriesSum,
  fundCategorySum,
  fewPeopleAlone,
];
