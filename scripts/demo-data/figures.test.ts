import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cell, dataFolder, publishedRows } from './published-data.ts';
import { readHandMade, realTableNames } from './real-tables.ts';

const factsFile = join(dataFolder, '..', '..', 'shared', 'facts', 'published-figures.csv');
const hasFacts = existsSync(factsFile);
if (!hasFacts) console.log(`skipped: figures are compared with ${factsFile} only where that file is`);
const facts = hasFacts ? Papa.parse<Record<string, string>>(readFileSync(factsFile, 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data : [];
const factKey = (fact: Readonly<Record<string, string>>): string => ['place', 'year_or_date', 'metric', 'source_title'].map((column) => cell(fact, column)).join('|');
const factOf = new Map(facts.map((fact) => [factKey(fact), fact]));

/** Every number that stands in a text; 近万 stands for nearly one 万. */
function numbersIn(text: string): number[] {
  return (text.replaceAll('近万', '近1万').match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((number) => Number(number.replaceAll(',', '')));
}

const figures = readHandMade('figures');
const sources = new Map(readHandMade('sources').map((row) => [cell(row, 'source'), row]));

describe('figures', () => {
  it('each name a source with title and publisher', () => {
    for (const figure of figures) {
      const source = sources.get(cell(figure, 'source'));
      expect([cell(figure, 'figure'), source !== undefined && cell(source, 'title') !== '' && cell(source, 'publisher') !== '']).toEqual([cell(figure, 'figure'), true]);
    }
    expect([...sources.values()].map((row) => cell(row, 'confidence')).every((confidence) => confidence === 'high' || confidence === 'medium')).toBe(true);
  });

  it('are published as they are written by hand, and nothing else', () => {
    const published = publishedRows('figures');
    expect(published.map((row) => ({ ...row, fact: '' }))).toEqual(figures.map((row) => ({ ...row, fact: '' })));
  });

  it('keep tonnes and units apart, say what they are without, and label what is derived', () => {
    const volumes = figures.filter((row) => cell(row, 'region') === 'china' && cell(row, 'indicator') === 'volume');
    expect(new Set(volumes.map((row) => cell(row, 'unit')))).toEqual(new Set(['吨', '万单位']));
    const national = figures.filter((row) => cell(row, 'region') === 'china' && ['donation_rate', 'donations', 'volume'].includes(cell(row, 'indicator')));
    expect(national.every((row) => cell(row, 'note_zh').includes('不含港澳台') && cell(row, 'note_en').includes('Without Hong Kong'))).toBe(true);
    expect(figures.filter((row) => cell(row, 'figure').endsWith('-derived')).every((row) => cell(row, 'status') === 'derived')).toBe(true);
    expect(figures.filter((row) => cell(row, 'status') === 'derived').every((row) => cell(row, 'note_zh').includes('未见发布'))).toBe(true);
  });

  it('give one published value for a year of the national series', () => {
    const keys = figures
      .filter((row) => cell(row, 'region') === 'china' && cell(row, 'status') === 'published' && ['donation_rate', 'donations', 'volume'].includes(cell(row, 'indicator')))
      .map((row) => [cell(row, 'indicator'), cell(row, 'period'), cell(row, 'unit')].join(' '));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.filter((key) => key.startsWith('donation_rate')).length).toBe(13);
  });
});

describe.runIf(hasFacts)('figures beside the collected facts', () => {
  it('hold numbers that stand in the fact they name; those from a note only where the value is elsewhere', () => {
    const wrong = figures.filter((figure) => {
      const fact = factOf.get(cell(figure, 'fact'));
      if (fact === undefined) return true;
      const value = Number(cell(figure, 'value'));
      const inValue = numbersIn(cell(fact, 'value')).includes(value);
      const inNote = numbersIn(cell(fact, 'note')).includes(value);
      return !(cell(figure, 'status') === 'derived' ? inNote : inValue || inNote);
    });
    expect(wrong.map((figure) => cell(figure, 'figure'))).toEqual([]);
  });

  it('have the year, or the month and day, of their fact', () => {
    // A derived year, a note about another year and a span name a year that is not the fact's first.
    const free = (row: Readonly<Record<string, string>>): boolean => cell(row, 'status') === 'derived' || cell(factOf.get(cell(row, 'fact'))!, 'year_or_date').match(/\d{4}/g)!.length > 1;
    const wrong = figures.filter((row) => !free(row) && cell(row, 'period').slice(0, 4) !== /\d{4}/.exec(cell(factOf.get(cell(row, 'fact'))!, 'year_or_date'))![0]);
    expect(wrong.map((row) => [cell(row, 'figure'), cell(factOf.get(cell(row, 'fact'))!, 'year_or_date')])).toEqual([['china-donation-rate-target-2015', '2020 target']]);
  });

  it('and all hand-made rows come from facts of high or medium confidence; every such fact has a row or a reason for none', () => {
    const named = realTableNames.filter((name) => name !== 'regions').flatMap((name) => readHandMade(name).map((row) => cell(row, 'fact')));
    const without = readHandMade('facts-without-row').map((row) => cell(row, 'fact'));
    expect([...named, ...without].filter((key) => !['high', 'medium'].includes(factOf.get(key)?.['confidence'] ?? ''))).toEqual([]);
    const accounted = new Set([...named, ...without]);
    expect(facts.filter((fact) => cell(fact, 'confidence') !== 'low' && !accounted.has(factKey(fact))).map(factKey)).toEqual([]);
  });

  it('have sources as the facts name them', () => {
    const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s()（）〔〕,，:：]/g, '');
    const wrong = [...sources.values()].flatMap((source) => {
      const id = cell(source, 'source');
      const fact = factOf.get(cell(source, 'fact'))!;
      const url = /^https?:/.test(cell(fact, 'source_url')) ? cell(fact, 'source_url') : '';
      const dated = Object.values(fact).join(' ').replaceAll('-', '');
      return [
        cell(source, 'confidence') === cell(fact, 'confidence') ? '' : `${id}: confidence`,
        cell(source, 'url') === url ? '' : `${id}: url`,
        restated.has(id) || plain(cell(fact, 'source_title')).startsWith(plain(cell(source, 'title')).slice(0, 14)) ? '' : `${id}: title`,
        restated.has(id) || dated.includes(cell(source, 'date').replaceAll('-', '')) ? '' : `${id}: date`,
      ].filter((text) => text !== '');
    });
    expect(wrong).toEqual([]);
  });
});

/** Titles and dates that the facts give in other words: the notice and the proposal are named in the source documents. */
const restated: ReadonlySet<string> = new Set(['incentive-notice-2024', 'zibo-proposal-text']);
