/** Chinese messages: the source of the keys. One file for each area, in both languages. */
import { zh as about } from './zh/about.ts';
import { zh as alerts } from './zh/alerts.ts';
import { zh as benefits } from './zh/benefits.ts';
import { zh as blood } from './zh/blood.ts';
import { zh as commitments } from './zh/commitments.ts';
import { zh as data } from './zh/data.ts';
import { zh as desk } from './zh/desk.ts';
import { zh as donate } from './zh/donate.ts';
import { zh as drives } from './zh/drives.ts';
import { zh as deskScript } from './zh/desk-script.ts';
import { zh as duties } from './zh/duties.ts';
import { zh as embed } from './zh/embed.ts';
import { zh as feeds } from './zh/feeds.ts';
import { zh as frame } from './zh/frame.ts';
import { zh as fund } from './zh/fund.ts';
import { zh as handbook } from './zh/handbook.ts';
import { zh as history } from './zh/history.ts';
import { zh as home } from './zh/home.ts';
import { zh as policies } from './zh/policies.ts';
import { zh as prices } from './zh/prices.ts';
import { zh as rates } from './zh/rates.ts';
import { zh as releases } from './zh/releases.ts';
import { zh as search } from './zh/search.ts';
import { zh as season } from './zh/season.ts';
import { zh as standing } from './zh/standing.ts';
import { zh as stations } from './zh/stations.ts';
import { zh as stock } from './zh/stock.ts';
import { zh as strip } from './zh/strip.ts';
import { zh as supply } from './zh/supply.ts';
import { zh as waivers } from './zh/waivers.ts';

export const zh = {
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
} as const;

export type MessageKey = keyof typeof zh;
