/** Every table of the demonstration, in the order of the data package. */
import { donationsTable } from './donations-table.ts';
import { drivesTable } from './drives.ts';
import { eventsTable } from './events.ts';
import { feeWaivers, feeWaiversTable } from './fee-waivers.ts';
import { fundBalancesTable, fundBudgetsTable, fundCategoryTotalsTable, fundsTable, fundYears } from './fund-accounts.ts';
import { fundEntries, fundEntriesTable } from './fund-entries.ts';
import { hospitalsTable } from './hospitals.ts';
import { labelsTable } from './labels.ts';
import { populationTable, regionsTable } from './places.ts';
import { realRows } from './real-tables.ts';
import { sampleBenefits, sampleSources, sampleTariffs, sampleWaiverTiers } from './sample-rules.ts';
import { simulate } from './simulation.ts';
import { stationNoticesTable, stationsTable } from './stations.ts';
import { alertsTable, thresholdsTable, transfersTable } from './stock-rules.ts';
import { collectionsTable, issuesTable, ledgerTable, stockTable } from './stock-tables.ts';
import type { Table } from './table.ts';
import { targetsTable } from './targets.ts';
import { useIndicatorsTable } from './use-indicators.ts';

/** Runs the simulation and puts every table together; the same each time. */
export function demonstrationTables(): readonly Table[] {
  const { log, donors } = simulate();
  const waivers = feeWaivers();
  const entries = fundEntries(waivers);
  const years = fundYears(entries);
  return [
    labelsTable(),
    regionsTable(realRows('regions')),
    populationTable(),
    stationsTable(),
    stationNoticesTable(),
    hospitalsTable(),
    drivesTable(),
    stockTable(log),
    collectionsTable(log),
    issuesTable(log),
    ledgerTable(log),
    useIndicatorsTable(log, donors),
    thresholdsTable(),
    alertsTable(),
    donationsTable(donors),
    { name: 'figures', rows: realRows('figures') },
    targetsTable(),
    fundsTable(),
    fundEntriesTable(entries),
    fundBalancesTable(years),
    fundCategoryTotalsTable(years, entries),
    fundBudgetsTable(years, entries),
    { name: 'tariffs', rows: sampleTariffs },
    feeWaiversTable(waivers),
    { name: 'benefits', rows: [...sampleBenefits, ...realRows('benefits')] },
    { name: 'waiver-tiers', rows: [...sampleWaiverTiers, ...realRows('waiver-tiers')] },
    { name: 'eligibility', rows: realRows('eligibility') },
    transfersTable(),
    eventsTable(),
    { name: 'sources', rows: [...sampleSources, ...realRows('sources')] },
    // Nothing has been corrected yet: the header alone is the truth.
    { name: 'reasons', rows: [] },
  ];
}
