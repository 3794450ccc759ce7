// SPDX-License-Identifier: GPL-3.0-or-later
// One criterion in Publicodes: of the 24 months before the filing, at least 12 with 75.83 hours on the payslips.
// usage: node publicodes.mjs PUBLICODES_MODULE CASES.jsonl
//
// Adding up the payslips of each month is done beforehand and not timed; nor are occupations, stays, the state
// of each month and the earliest date asked of it. It prints the seconds, how many cases are met, and how
// many of them differ from a count in plain JavaScript.

import { readFileSync } from 'node:fs'

const { default: Engine } = await import(process.argv[2])
const FILING = [2026, 11]
const WINDOW = 24

function hoursByMonth(aCase) {
  const hours = new Array(WINDOW).fill(0)
  for (const slip of aCase.payslips) {
    const [year, month] = slip.month.split('-').map(Number)
    const back = (FILING[0] - year) * 12 + FILING[1] - month
    if (back >= 1 && back <= WINDOW) hours[back - 1] += slip.hours
  }
  return Object.fromEntries(hours.map((value, i) => [`heures ${i + 1}`, Math.round(value * 100) / 100]))
}

const months = Array.from({ length: WINDOW }, (_, i) => i + 1)
const rules = Object.fromEntries(months.flatMap((i) => [
  [`heures ${i}`, { valeur: 0 }],
  [`compte ${i}`, { 'applicable si': `heures ${i} >= 75.83`, valeur: 1 }],
]))
rules['mois comptés'] = { somme: months.map((i) => `compte ${i}`) }
rules['critère rempli'] = 'mois comptés >= 12'

const situations = readFileSync(process.argv[3], 'utf8').trimEnd().split('\n').map((line) => hoursByMonth(JSON.parse(line)))
const engine = new Engine(rules, { logger: { log() {}, warn() {}, error: console.error } })

const start = performance.now()
let met = 0
let wrong = 0
for (const situation of situations) {
  engine.setSituation(situation)
  const outcome = engine.evaluate('critère rempli').nodeValue === true
  met += outcome
  wrong += outcome !== Object.values(situation).filter((hours) => hours >= 75.83).length >= 12
}
console.log(`seconds ${(performance.now() - start) / 1000}`)
console.log(`met ${met}`)
console.log(`wrong ${wrong}`)
