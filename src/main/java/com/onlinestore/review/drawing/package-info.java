/** Where the parts of a picture stand: numbers, whatever draws them. */
package com.onlinestore.review.drawing;
