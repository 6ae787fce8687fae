package dev.grebe.plugin;

/** The run's memory budget, shared by all workers; thread-safe. What is kept or buffered is reserved before it is made. */
public interface Memory {
    /**
     * Takes bytes from the budget.
     *
     * @param use what they are for, for the message: "page buffers of DeviceProcessEvents"
     * @throws LimitException if the budget does not hold them; nothing is taken then
     */
    void reserve(long bytes, String use);

    /** Gives back what was reserved. */
    void release(long bytes);
}
