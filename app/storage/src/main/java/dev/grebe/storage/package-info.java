/** Lists, opens and stages files on every file system. */
@NullMarked
package dev.grebe.storage;

import org.jspecify.annotations.NullMarked;
