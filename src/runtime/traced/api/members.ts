// What Node's objects have by name, of those that a program meets here: what the engine does not have of it is refused when
// a program reads it. A test holds the lists equal to the Node that runs it; names that begin with _ are Node's own affair.

export const members = {
  console: [
    ...'Console assert clear context count countReset createTask debug dir dirxml error group groupCollapsed'.split(
      ' ',
    ),
    ...'groupEnd info log profile profileEnd table time timeEnd timeLog timeStamp trace warn'.split(' '),
  ],
  performance: [
    ...'addEventListener clearMarks clearMeasures clearResourceTimings dispatchEvent eventLoopUtilization'.split(' '),
    ...'getEntries getEntriesByName getEntriesByType mark markResourceTiming measure nodeTiming now'.split(' '),
    ...'onresourcetimingbufferfull removeEventListener setResourceTimingBufferSize timeOrigin timerify toJSON'.split(
      ' ',
    ),
  ],
  process: [
    ...'abort addUncaughtExceptionCaptureCallback allowedNodeEnvironmentFlags arch argv argv0 availableMemory'.split(
      ' ',
    ),
    ...'binding chdir config constrainedMemory cpuUsage cwd debugPort dlopen domain emitWarning env execArgv'.split(
      ' ',
    ),
    ...'execPath execve exit exitCode features finalization getActiveResourcesInfo getBuiltinModule getegid'.split(' '),
    ...'geteuid getgid getgroups getuid hasUncaughtExceptionCaptureCallback hrtime initgroups kill'.split(' '),
    ...'loadEnvFile memoryUsage moduleLoadList nextTick openStdin pid platform ppid reallyExit ref release'.split(' '),
    ...'report resourceUsage setSourceMapsEnabled setUncaughtExceptionCaptureCallback setegid seteuid setgid'.split(
      ' ',
    ),
    ...'setgroups setuid sourceMapsEnabled stderr stdin stdout threadCpuUsage title umask unref uptime'.split(' '),
    ...'version versions'.split(' '),
  ],
  'process.stdout': [
    ...'addListener address allowHalfOpen bufferSize bytesRead bytesWritten closed compose connect connecting'.split(
      ' ',
    ),
    ...'cork destroy destroySoon destroyed drop emit end errored eventNames every fd filter find flatMap'.split(' '),
    ...'forEach getMaxListeners getTypeOfService isPaused iterator listenerCount listeners localAddress'.split(' '),
    ...'localFamily localPort map off on once pause pending pipe prependListener prependOnceListener push'.split(' '),
    ...'rawListeners read readable readableAborted readableBuffer readableDidRead readableEncoding'.split(' '),
    ...'readableEnded readableFlowing readableHighWaterMark readableLength readableObjectMode readyState'.split(' '),
    ...'reduce ref remoteAddress remoteFamily remotePort removeAllListeners removeListener resetAndDestroy'.split(' '),
    ...'resume server setDefaultEncoding setEncoding setKeepAlive setMaxListeners setNoDelay setTimeout'.split(' '),
    ...'setTypeOfService some take toArray uncork unpipe unref unshift wrap writable writableBuffer'.split(' '),
    ...'writableCorked writableEnded writableFinished writableHighWaterMark writableLength writableNeedDrain'.split(
      ' ',
    ),
    ...'writableObjectMode write'.split(' '),
  ],
  timeout: [...'close hasRef ref refresh unref'.split(' ')],
  immediate: [...'hasRef ref unref'.split(' ')],
  emitter: [
    ...'addListener emit eventNames getMaxListeners listenerCount listeners off on once prependListener'.split(' '),
    ...'prependOnceListener rawListeners removeAllListeners removeListener setMaxListeners'.split(' '),
  ],
  EventEmitter: [
    ...'EventEmitter EventEmitterAsyncResource addAbortListener captureRejectionSymbol captureRejections'.split(' '),
    ...'defaultMaxListeners errorMonitor getEventListeners getMaxListeners init kMaxEventTargetListeners'.split(' '),
    ...'kMaxEventTargetListenersWarned listenerCount on once setMaxListeners usingDomains'.split(' '),
  ],
  event: [
    ...'bubbles cancelBubble cancelable composed composedPath currentTarget defaultPrevented eventPhase'.split(' '),
    ...'initEvent isTrusted preventDefault returnValue srcElement stopImmediatePropagation stopPropagation'.split(' '),
    ...'target timeStamp type'.split(' '),
  ],
  Event: [...'AT_TARGET BUBBLING_PHASE CAPTURING_PHASE NONE'.split(' ')],
  target: [...'addEventListener dispatchEvent removeEventListener'.split(' ')],
  controller: [...'abort signal'.split(' ')],
  signal: [...'aborted addEventListener dispatchEvent onabort reason removeEventListener throwIfAborted'.split(' ')],
  AbortSignal: [...'abort any timeout'.split(' ')],
  port: [
    ...'addEventListener addListener close dispatchEvent emit eventNames getMaxListeners hasRef listenerCount'.split(
      ' ',
    ),
    ...'off on once onmessage onmessageerror postMessage ref removeAllListeners removeEventListener'.split(' '),
    ...'removeListener setMaxListeners start unref'.split(' '),
  ],
  storage: [...'disable enterWith exit getStore name run withScope'.split(' ')],
  AsyncLocalStorage: [...'bind snapshot'.split(' ')],
  scheduler: [...'wait yield'.split(' ')],
  'util.inspect': [...'colors custom defaultOptions styles'.split(' ')],
  'node:async_hooks': [
    ...'AsyncLocalStorage AsyncResource asyncWrapProviders createHook default executionAsyncId'.split(' '),
    ...'executionAsyncResource triggerAsyncId'.split(' '),
  ],
  'node:events': [
    ...'EventEmitter EventEmitterAsyncResource addAbortListener captureRejectionSymbol captureRejections'.split(' '),
    ...'default defaultMaxListeners errorMonitor getEventListeners getMaxListeners init listenerCount on once'.split(
      ' ',
    ),
    ...'setMaxListeners usingDomains'.split(' '),
  ],
  'node:perf_hooks': [
    ...'Performance PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserver'.split(' '),
    ...'PerformanceObserverEntryList PerformanceResourceTiming constants createHistogram'.split(' '),
    ...'createSlidingWindowHistogram default eventLoopUtilization importHistogram monitorEventLoopDelay'.split(' '),
    ...'performance timerify'.split(' '),
  ],
  'node:process': [
    ...'abort addUncaughtExceptionCaptureCallback allowedNodeEnvironmentFlags arch argv argv0 availableMemory'.split(
      ' ',
    ),
    ...'binding chdir config constrainedMemory cpuUsage cwd debugPort default dlopen domain emitWarning env'.split(' '),
    ...'execArgv execPath execve exit exitCode features finalization getActiveResourcesInfo getBuiltinModule'.split(
      ' ',
    ),
    ...'getegid geteuid getgid getgroups getuid hasUncaughtExceptionCaptureCallback hrtime initgroups kill'.split(' '),
    ...'loadEnvFile memoryUsage moduleLoadList nextTick openStdin pid platform ppid reallyExit ref release'.split(' '),
    ...'report resourceUsage setSourceMapsEnabled setUncaughtExceptionCaptureCallback setegid seteuid setgid'.split(
      ' ',
    ),
    ...'setgroups setuid sourceMapsEnabled stderr stdin stdout threadCpuUsage title umask unref uptime'.split(' '),
    ...'version versions'.split(' '),
  ],
  'node:timers': [
    ...'clearImmediate clearInterval clearTimeout default promises setImmediate setInterval setTimeout'.split(' '),
  ],
  'node:timers/promises': [...'default scheduler setImmediate setInterval setTimeout'.split(' ')],
  'node:util': [
    ...'MIMEParams MIMEType TextDecoder TextEncoder aborted callbackify convertProcessSignalToExitCode'.split(' '),
    ...'debounce debug debuglog default deprecate diff format formatWithOptions getCallSites'.split(' '),
    ...'getSystemErrorMap getSystemErrorMessage getSystemErrorName inherits inspect isArray isDeepStrictEqual'.split(
      ' ',
    ),
    ...'markPromiseAsHandled parseArgs parseEnv promisify setTraceSigInt stripVTControlCharacters styleText'.split(' '),
    ...'throttle toUSVString transferableAbortController transferableAbortSignal types'.split(' '),
  ],
  'node:worker_threads': [
    ...'BroadcastChannel MessageChannel MessagePort SHARE_ENV Worker default getEnvironmentData'.split(' '),
    ...'isInternalThread isMainThread isMarkedAsUntransferable locks markAsUncloneable markAsUntransferable'.split(' '),
    ...'moveMessagePortToContext parentPort postMessageToThread receiveMessageOnPort resourceLimits'.split(' '),
    ...'setEnvironmentData threadId threadName workerData'.split(' '),
  ],
} satisfies Record<string, readonly string[]>;
export type Served = keyof typeof members;
