/** The view of what came in and what went out below the curve of the stock. */
import { dateOfDay } from '#src/domain/calendar.ts';
import { meanDays } from '#src/domain/seven-day-mean.ts';
import { decimalsOf } from '#src/domain/shown-value.ts';
import { layoutPanels } from '#src/charts/panels.ts';
import { formatNumber, thinSpace } from '#src/i18n/format.ts';
import { averaged, dayWords, flowKindsOf } from './desk-numbers.ts';
import type { DeskNumbers, GroupNumbers } from './desk-numbers.ts';
import { inputOver, overDays, panelOf, panelSizes, readingOf, recordOf, recordsOver } from './desk-panels.ts';
import { say } from './desk-settings.ts';
import { flowKinds } from './history-piece.ts';
import type { FlowKind } from './history-piece.ts';
import type { Place, ShownView, ViewRecord } from './desk-view.ts';

/** Of the days shown; null: not published at all. */
type GroupFlow = Readonly<Record<FlowKind, readonly (number | null)[] | null>>;

export function showFlow(numbers: DeskNumbers, place: Place): ShownView {
  const { settings, component, groups } = numbers;
  const flows = new Map(groups.map((group) => [group.group, flowOf(numbers, group)]));
  const flowIn = ({ group }: GroupNumbers): GroupFlow => flows.get(group) ?? { collected: null, issued: null, requested: null };
  const labels = { collected: say(settings, 'flow.collected'), issued: say(settings, 'flow.issued'), requested: say(settings, 'flow.requested') };
  const unit = say(settings, 'unit.perDay', { unit: component.unitWord });
  const panels = groups.map((group) => {
    const curve = (kind: FlowKind) => ({ xs: numbers.days, values: flowIn(group)[kind] ?? [] });
    return { ...panelOf(numbers, group), flow: { labels, unit, collected: curve('collected'), issued: curve('issued'), requested: curve('requested') } };
  });
  const layout = layoutPanels(inputOver(numbers, panels, flowKindsOf(numbers).map((kind) => `legend.flow.${kind}` as const)), panelSizes[place]);
  const amount = (value: number | null): string => (value === null ? say(settings, 'missing') : `${formatNumber(value, decimalsOf(component.unit))}${thinSpace}${component.unitWord}`);
  return {
    ...overDays(numbers, layout),
    readingOf: (index) =>
      readingOf(numbers, index, (group) => {
        const flow = flowKinds.flatMap((kind) => (flowIn(group)[kind] === null ? [] : [`${labels[kind]} ${amount(flowIn(group)[kind]?.[index] ?? null)}`]));
        return [`${group.name} ${dayWords(numbers, group, index)}`, ...flow].join(say(settings, 'listComma'));
      }),
    records: () => recordsOver(numbers, (group, index) => [recordOf(numbers, group, index), ...flowRecords(numbers, group, index, flowIn(group))]),
  };
}

function flowOf({ state, start, end, flow }: DeskNumbers, { group }: GroupNumbers): GroupFlow {
  const found = flow?.groups.get(group);
  const of = (kind: FlowKind) => {
    const values = found?.[kind] ?? null;
    return values === null || flow === null ? null : averaged(values, flow.start, start, end, state.by);
  };
  return { collected: of('collected'), issued: of('issued'), requested: of('requested') };
}

function flowRecords({ state, start, component }: DeskNumbers, { group }: GroupNumbers, index: number, flow: GroupFlow): readonly ViewRecord[] {
  return flowKinds.flatMap((kind) => {
    const values = flow[kind];
    return values === null ? [] : [{ date: dateOfDay(start + index), group, measure: kind, unit: component.unit, value: values[index] ?? null, meanOfDays: state.by === 'week' ? meanDays : 1, missing: '', extra: [] }];
  });
}
