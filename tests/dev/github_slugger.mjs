// Prints, as JSON, what the npm package github-slugger makes of the texts on standard input (a JSON array of arrays
// of strings: each inner array is one page). The package is looked for in the folder named by GITHUB_SLUGGER, else
// where node finds it from the working directory.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const home = process.env.GITHUB_SLUGGER || process.cwd()
const folder = path.join(home, 'node_modules', 'github-slugger', 'index.js')
const { default: Slugger } = await import(pathToFileURL(folder).href)

const pages = JSON.parse(readFileSync(0, 'utf8'))
const answers = pages.map((page) => {
  const slugger = new Slugger()
  return page.map((text) => slugger.slug(text))
})
process.stdout.write(JSON.stringify(answers))
