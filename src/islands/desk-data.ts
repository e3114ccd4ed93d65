/** Fetches the files of the history page, each once; one that failed is asked for again. */
import { readFlow, readStock } from './history-piece.ts';
import type { FlowFile, FlowPiece, StockFile, StockPiece } from './history-piece.ts';

const known = new Map<string, Promise<unknown>>();

export function stockAt(address: string): Promise<StockPiece> {
  return once(address, async () => readStock((await jsonAt(address)) as StockFile));
}

export function flowAt(address: string): Promise<FlowPiece> {
  return once(address, async () => readFlow((await jsonAt(address)) as FlowFile));
}

function once<Piece>(address: string, read: () => Promise<Piece>): Promise<Piece> {
  const found = known.get(address);
  if (found !== undefined) return found as Promise<Piece>;
  const asked = read();
  asked.catch(() => known.delete(address));
  known.set(address, asked);
  return asked;
}

async function jsonAt(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
