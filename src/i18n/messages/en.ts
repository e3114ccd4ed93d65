/** English messages: the same sentences as zh.ts, key by key, in files of the same names. */
import { en as about } from './en/about.ts';
import { en as alerts } from './en/alerts.ts';
import { en as benefits } from './en/benefits.ts';
import { en as blood } from './en/blood.ts';
import { en as commitments } from './en/commitments.ts';
import { en as data } from './en/data.ts';
import { en as desk } from './en/desk.ts';
import { en as donate } from './en/donate.ts';
import { en as drives } from './en/drives.ts';
import { en as deskScript } from './en/desk-script.ts';
import { en as duties } from './en/duties.ts';
import { en as embed } from './en/embed.ts';
import { en as feeds } from './en/feeds.ts';
import { en as frame } from './en/frame.ts';
import { en as fund } from './en/fund.ts';
import { en as handbook } from './en/handbook.ts';
import { en as history } from './en/history.ts';
import { en as home } from './en/home.ts';
import { en as policies } from './en/policies.ts';
import { en as prices } from './en/prices.ts';
import { en as rates } from './en/rates.ts';
import { en as releases } from './en/releases.ts';
import { en as search } from './en/search.ts';
import { en as season } from './en/season.ts';
import { en as standing } from './en/standing.ts';
import { en as stations } from './en/stations.ts';
import { en as stock } from './en/stock.ts';
import { en as strip } from './en/strip.ts';
import { en as supply } from './en/supply.ts';
import { en as waivers } from './en/waivers.ts';
import type { MessageKey } from './zh.ts';

export const en = {
  ...about,
  ...alerts,
  ...benefits,
  ...blood,
  ...commitments,
  ...data,
  ...desk,
  ...donate,
  ...drives,
  ...deskScript,
  ...duties,
  ...embed,
  ...feeds,
  ...frame,
  ...fund,
  ...handbook,
  ...history,
  ...home,
  ...policies,
  ...prices,
  ...rates,
  ...releases,
  ...search,
  ...season,
  ...standing,
  ...stations,
  ...stock,
  ...strip,
  ...supply,
  ...waivers,
} as const satisfies Record<MessageKey, string>;
