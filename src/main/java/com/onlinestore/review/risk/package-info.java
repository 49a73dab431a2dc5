/** What could go wrong with a change, each in one line with its reason. */
package com.onlinestore.review.risk;
