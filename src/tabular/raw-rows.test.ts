import { expect, test } from 'vitest';
import { fileOf } from '../../tests/support/reading.ts';
import { visitRawRows } from './raw-rows.ts';

const chunk = 65_536;

interface Visited {
  readonly rows: readonly (readonly [number, readonly string[], string | null])[];
  readonly records: number;
}

function visited(text: string, until = Infinity): Visited {
  const rows: [number, readonly string[], string | null][] = [];
  const records = visitRawRows(fileOf(text), 'utf-8', (row, cells, refusal) => rows.push([row, cells, refusal?.code ?? null]) < until);
  return { rows, records };
}

const cellsOf = (text: string) => visited(text).rows.map(([, cells]) => cells);

test('a quoted cell with line ends is one row, and the rows behind it keep the numbers of a spreadsheet', () => {
  expect(visited('a,b\n"1\r\n2\r3\n4",x\ny,z\n')).toEqual({ rows: [[1, ['a', 'b'], null], [2, ['1\n2\n3\n4', 'x'], null], [3, ['y', 'z'], null]], records: 3 });
});

test.each(['\n', '\r\n', '\r'])('the last line end (%j) closes the last row and begins none', (end) => {
  expect(visited(`a,b${end}c,d${end}`)).toEqual({ rows: [[1, ['a', 'b'], null], [2, ['c', 'd'], null]], records: 2 });
  expect(visited(`a,b${end}c,d`)).toEqual(visited(`a,b${end}c,d${end}`));
  expect(cellsOf(`"a"${end}"b"${end}`)).toEqual([['a'], ['b']]);
  expect(cellsOf(`a${end}${end}b`)).toEqual([['a'], [''], ['b']]);
});

test('nothing in the file is no row', () => {
  expect(visited('')).toEqual({ rows: [], records: 0 });
});

test('line ends and quotes at the border of two chunks', () => {
  for (const tail of ['\r\nnext,1\r\n', '\rnext,1\r', '\r\r\nnext,1', '"",""\r\nnext,1\n', '"""\r\n",2\rnext,1']) {
    for (let before = 0; before <= tail.length; before += 1) {
      const start = tail.startsWith('"') ? 'a,"' : 'a,';
      const filled = cellsOf(`${start}${'x'.repeat(chunk - before - start.length)}${tail}`);
      expect(filled[0]?.[1]?.length).toBeGreaterThan(chunk - 20);
      expect(filled.map((cells) => cells.map((cell) => cell.replace(/x{9,}/, '')))).toEqual(cellsOf(`${start}${tail}`));
    }
  }
});

test('an open quote is found without reading the rest of the file into memory', () => {
  const { rows, records } = visited(`a,b\n1,"open\n${'row,row\n'.repeat(400_000)}`);
  expect(rows.map(([row, , refusal]) => [row, refusal])).toEqual([[1, null], [2, 'open_quote']]);
  expect(records).toBe(2);
  expect(visited('a\n"open').rows.at(-1)?.[2]).toBe('open_quote');
});

test('a quote in the wrong place is a fault of its row', () => {
  expect(visited('a,b\n"x"y,"z"\n1,2\n').rows.find(([row]) => row === 2)?.[2]).toBe('stray_quote');
  // In the middle of an unquoted cell it is a character like others.
  expect(visited('a\n5" pipe\n').rows[1]).toEqual([2, ['5" pipe'], null]);
});

test('a visitor that has seen enough stops the reading', () => {
  expect(visited('a\nb\nc\nd\n', 2)).toEqual({ rows: [[1, ['a'], null], [2, ['b'], null]], records: 2 });
  expect(visited('a\rb\r', 1).rows).toHaveLength(1);
});
