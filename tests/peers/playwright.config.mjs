// Chromium as our own engine starts it: the same program, words on its command line, and window.
import { defineConfig } from '@playwright/test'
import { platform } from './platform.mjs'

export default defineConfig({
  testDir: '.',
  outputDir: '../../reports/peers',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  reporter: 'line',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: platform.app,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 10_000,
    trace: 'off',
    video: 'off',
    screenshot: 'off',
    launchOptions: {
      executablePath: process.env.MM_CHROMIUM,
      args: [
        '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
        '--disable-sync', '--disable-features=SpareRendererForSitePerProcess',
        ...(process.geteuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
