import {type ExprNode} from 'groq-js'
import {type Compile, field} from './compile.ts'
import {matchScore} from './match.ts'
import {type Evaluate, type Scope} from './scope.ts'
import {textsOf} from './texts.ts'
import {isGroqObject} from './values.ts'

type Score = (scope: Scope) => number

/** `score()`, which leaves out what is no object. Source: `evaluateScore` of groq-js. */
export function scored(
  base: Evaluate,
  args: readonly ExprNode[],
  compile: Compile,
): Evaluate | null {
  const score = scoring(args, compile)
  if (score === null) return null
  return (scope) => {
    const items = base(scope)
    if (!Array.isArray(items)) return null
    return items
      .filter(isGroqObject)
      .map((item) => ({...item, _score: score(scope.nested(item))}))
      .sort((a, b) => b._score - a._score)
  }
}

/** The score of what stands here, which goes on from the one that it has. */
export function scoring(args: readonly ExprNode[], compile: Compile): Score | null {
  const scores = args.map((argument) => scoreOf(argument, compile))
  if (!scores.every((score) => score !== null)) return null
  return (scope) => {
    const before = field(scope.value, '_score')
    return scores.reduce(
      (sum, score) => sum + score(scope),
      typeof before === 'number' ? before : 0,
    )
  }
}

function scoreOf(node: ExprNode, compile: Compile): Score | null {
  if (node.type === 'OpCall' && node.op === 'match') {
    const [texts, pattern] = [textsOf(node.left, compile), compile(node.right)]
    if (texts === null || pattern === null) return null
    return (scope) => matchScore(texts(scope), pattern(scope))
  }
  if (node.type === 'FuncCall' && node.name === 'boost') return boosted(node.args, compile)
  if (node.type === 'Or' || node.type === 'And') {
    const [left, right] = [scoreOf(node.left, compile), scoreOf(node.right, compile)]
    if (left === null || right === null) return null
    const isAnd = node.type === 'And'
    return (scope) => {
      const [one, other] = [left(scope), right(scope)]
      return isAnd && (one === 0 || other === 0) ? 0 : one + other
    }
  }
  const condition = compile(node)
  return condition && ((scope) => Number(condition(scope) === true))
}

function boosted([inner, by]: readonly ExprNode[], compile: Compile): Score | null {
  const score = inner === undefined ? null : scoreOf(inner, compile)
  const boost = by === undefined ? null : compile(by)
  if (score === null || boost === null) return null
  return (scope) => {
    const value = score(scope)
    const more = boost(scope)
    return typeof more === 'number' && value > 0 ? value + more : 0
  }
}
