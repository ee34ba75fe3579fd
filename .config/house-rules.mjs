/** Rules of this house that no published plugin has; see src/README.md, "Rules". */

/**
 * `show(row, true)` says nothing at the call; two functions or an object with a name do.
 * One lone parameter is its own subject, and `whenever(condition, holds)` from truth to truth is logic.
 */
const noBooleanParameters = {
  meta: { type: "suggestion", schema: [], messages: { found: "A boolean parameter beside others: use an object with a name, or two functions." } },
  create(context) {
    const isBoolean = (parameter) =>
      parameter.type === "AssignmentPattern"
        ? typeof parameter.right.value === "boolean"
        : (parameter.typeAnnotation?.typeAnnotation.type ?? "") === "TSBooleanKeyword";
    const check = ({ params, returnType }) => {
      const isLogic = returnType?.typeAnnotation.type === "TSBooleanKeyword" && params.every(isBoolean);
      if (params.length < 2 || isLogic) return;
      for (const parameter of params.filter(isBoolean)) context.report({ node: parameter, messageId: "found" });
    };
    return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check, TSDeclareFunction: check };
  },
};

/** A rule is switched off with a reason after two dashes, or not at all. */
const reasonForDisable = {
  meta: { type: "suggestion", schema: [], messages: { missing: "Say why after two dashes: eslint-disable-next-line name -- the reason" } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S{3,}/.test(comment.value)) context.report({ loc: comment.loc, messageId: "missing" });
        }
      },
    };
  },
};

/** A line of dashes or stars is decoration; a file that needs one is two files. */
const noBanners = {
  meta: { type: "suggestion", schema: [], messages: { found: "No banner comments." } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments())
          if (/[-=*#~_]{5,}/.test(comment.value)) context.report({ loc: comment.loc, messageId: "found" });
      },
    };
  },
};

export const house = { rules: { "no-boolean-parameters": noBooleanParameters, "reason-for-disable": reasonForDisable, "no-banners": noBanners } };
