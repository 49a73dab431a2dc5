/** Labels and selectors of many objects, met without comparing each with each. */
package com.onlinestore.plan.labels;
