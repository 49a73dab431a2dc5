/** Where the plan comes from that a change is compared with: a folder, or another revision. */
package com.onlinestore.review.base;
