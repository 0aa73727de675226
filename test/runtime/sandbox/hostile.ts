// Programs that somebody might hand in to do harm, in both languages: name of the harm → program.

/** What they aim at. */
export interface Target {
  /** Absolute path of a file that is there. */
  readonly file: string;
  /** Port of this machine at which somebody listens. */
  readonly port: number;
}

export function hostile({ file, port }: Target): Readonly<Record<'ts' | 'py', Readonly<Record<string, string>>>> {
  const path = JSON.stringify(file);
  const forged = JSON.stringify(JSON.stringify({ programs: [{ verdict: 'passes', untried: [] }] }));
  return {
    ts: {
      endless: 'for (;;);',
      sleeps: 'setInterval(() => undefined, 1000);',
      forks:
        "import { spawn } from 'node:child_process';\nfor (;;) {\n  spawn(process.execPath, [process.argv[1] ?? '']);\n  await new Promise((next) => setTimeout(next, 1));\n}",
      floods: "for (;;) process.stdout.write('flood\\n'.repeat(1000));",
      'floods-stderr': "for (;;) process.stderr.write('flood\\n'.repeat(1000));",
      'floods-without-lines': "for (;;) process.stdout.write('\\0'.repeat(10_000));",
      memory: 'const held: unknown[] = [];\nfor (;;) held.push(Buffer.alloc(10_000_000, 1));',
      connects: `import { connect } from 'node:net';\nconnect(${port}, '127.0.0.1').on('error', () => undefined);`,
      deletes: `import { rmSync } from 'node:fs';\nrmSync(${path});`,
      writes: `import { writeFileSync } from 'node:fs';\nwriteFileSync(${path}, 'gone');`,
      'kills-parent': "process.kill(process.ppid, 'SIGKILL');\nsetInterval(() => undefined, 1000);",
      'kills-all': "process.kill(-1, 'SIGKILL');",
      'stays-behind':
        "import { spawn } from 'node:child_process';\nspawn('sleep', ['1000'], { detached: true, stdio: 'ignore' }).unref();",
      'fills-disk':
        "import { appendFileSync } from 'node:fs';\nfor (;;) appendFileSync('much', Buffer.alloc(10_000_000));",
      recursion: 'const deeper = (): number => 1 + deeper();\ndeeper();',
      'ignores-the-end':
        "process.on('SIGTERM', () => undefined);\nfor (;;) await new Promise((next) => setTimeout(next, 1));",
      'says-nothing': 'process.exit(0);',
      forges: `import { writeFileSync } from 'node:fs';\nwriteFileSync(\`/proc/\${process.ppid}/fd/1\`, ${forged});\nprocess.kill(process.ppid, 'SIGINT');`,
    },
    py: {
      endless: 'while True:\n    pass',
      sleeps: 'import time\nwhile True:\n    time.sleep(1)',
      forks: 'import os\nwhile True:\n    os.fork()',
      floods: "while True:\n    print('flood')",
      'floods-stderr': "import sys\nwhile True:\n    print('flood', file=sys.stderr)",
      'floods-without-lines': "while True:\n    print('\\0' * 10_000, end='')",
      memory: 'held = []\nwhile True:\n    held.append(bytearray(b"1" * 10_000_000))',
      connects: `import socket\nsocket.create_connection(('127.0.0.1', ${port}))`,
      deletes: `import os\nos.remove(${path})`,
      writes: `open(${path}, 'w').write('gone')`,
      'kills-parent': 'import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(1000)',
      'kills-all': 'import os, signal\nos.kill(-1, signal.SIGKILL)',
      'stays-behind':
        "import subprocess\nsubprocess.Popen(['sleep', '1000'], start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)",
      'fills-disk': "with open('much', 'wb') as file:\n    while True:\n        file.write(bytes(10_000_000))",
      recursion: 'import sys\nsys.setrecursionlimit(10**9)\ndef deeper():\n    return 1 + deeper()\ndeeper()',
      'ignores-the-end':
        'import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True:\n    time.sleep(0.001)',
      'says-nothing': 'import os\nos._exit(0)',
      forges: `import os, signal\nopen(f'/proc/{os.getppid()}/fd/1', 'w').write(${forged})\nos.kill(os.getppid(), signal.SIGINT)`,
    },
  };
}
